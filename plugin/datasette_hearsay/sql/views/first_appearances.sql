-- title: First appearances
-- description: One row for each claim: where it is asserted first, in this file only (it may have been said
--   earlier elsewhere), and as far as the dates tell. Dates are
--   stretches of time (a month is the whole month); where several assertions may be the first, ties counts
--   the others and the most exactly dated one is shown. A claim without any date keeps an empty happened_on.
-- needs: claims, claim_appearances
with claims_with_bound as (
    select
        claims.id,
        claims.n,
        -- An assertion may be the first unless another one was over before it began.
        (
            select min(substr(claim_appearances.happened_on || '-99-99', 1, 10))
            from claim_appearances
            where claim_appearances.claim_id = claims.id
                and claim_appearances.stance = 'asserts'
        ) as bound
    from claims
)
select
    claim_appearances.claim_id,
    claim_appearances.proposition,
    claim_appearances.claim_origin,
    claim_appearances.article_id,
    claim_appearances.article_title,
    claim_appearances.outlet,
    claim_appearances.speaker,
    claim_appearances.attribution_id,
    claim_appearances.happened_on,
    (
        select count(*)
        from claim_appearances as others
        where others.claim_id = claims_with_bound.id
            and others.stance = 'asserts'
    ) as mentions,
    (
        select count(distinct others.utterance_key)
        from claim_appearances as others
        where others.claim_id = claims_with_bound.id
            and others.stance = 'asserts'
    ) as utterances,
    (
        select count(distinct others.root_article_id)
        from claim_appearances as others
        where others.claim_id = claims_with_bound.id
            and others.stance = 'asserts'
    ) as independent_articles,
    claim_appearances.date_basis,
    (
        select count(*) - 1
        from claim_appearances as others
        where others.claim_id = claims_with_bound.id
            and others.stance = 'asserts'
            and ifnull(substr(others.happened_on || '-01-01', 1, 10) <= claims_with_bound.bound, bound is null)
    ) as ties
from claims_with_bound
join claim_appearances on claim_appearances.claim_id = claims_with_bound.id
    and claim_appearances.attribution_id = (
        select others.attribution_id
        from claim_appearances as others
        where others.claim_id = claims_with_bound.id
            and others.stance = 'asserts'
            and ifnull(substr(others.happened_on || '-01-01', 1, 10) <= claims_with_bound.bound, bound is null)
        order by
            length(others.happened_on) desc,
            others.happened_on,
            others.first_voice desc,
            -- Of two reports of one day the copy is the later one.
            others.article_id = others.root_article_id desc,
            others.attribution_id
        limit 1
    )
