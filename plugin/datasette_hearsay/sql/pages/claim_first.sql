-- title: First appearance of a claim
-- description: Where it is asserted first as far as the dates tell; ties are assertions that may be as early. The view
--   first_appearances has the same for every claim; for one alone this is read once instead of six times.
-- needs: claim_appearances
with asserted as (
    select
        claim_appearances.claim_id,
        claim_appearances.article_id,
        claim_appearances.article_title,
        claim_appearances.outlet,
        claim_appearances.speaker,
        claim_appearances.attribution_id,
        claim_appearances.happened_on,
        claim_appearances.date_basis,
        claim_appearances.first_voice,
        claim_appearances.article_id = claim_appearances.root_article_id as original
    from claim_appearances
    where claim_appearances.claim_id = :id
        and claim_appearances.stance = 'asserts'
),
bounds as (
    -- An assertion may be the first unless another one was over before it began.
    select min(substr(asserted.happened_on || '-99-99', 1, 10)) as bound
    from asserted
),
early as (
    select asserted.*
    from asserted
    cross join bounds
    where ifnull(substr(asserted.happened_on || '-01-01', 1, 10) <= bounds.bound, bounds.bound is null)
)
select
    early.claim_id,
    early.article_id,
    early.article_title,
    early.outlet,
    early.speaker,
    early.attribution_id,
    early.happened_on,
    early.date_basis,
    (select count(*) - 1 from early) as ties
from early
order by
    length(early.happened_on) desc,
    early.happened_on,
    early.first_voice desc,
    early.original desc,
    early.attribution_id
limit 1
