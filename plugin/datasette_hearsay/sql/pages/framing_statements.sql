-- title: Statements that voice a framing
-- description: Statements that assert a claim which somebody tagged with the framing, from place :after on; originals before
--   their copies.
-- needs: statements, claim_framings, claim_attributions
-- kept: {"after": 0, "size": 51}
-- kept for each: select framings.slug as id from framings limit 200
with voiced as (
    select claim_attributions.attribution_id, min(claim_attributions.claim_id) as claim_id
    from claim_framings
    join claim_attributions on claim_attributions.claim_id = claim_framings.claim_id
        and claim_attributions.stance = 'asserts'
    where claim_framings.framing = :id
        and claim_framings.status <> 'withdrawn'
    group by claim_attributions.attribution_id
),
placed as (
    select
        voiced.claim_id,
        statements.fts_pk,
        statements.article_id <> statements.root_article_id as copied
    from voiced
    join statements on statements.id = voiced.attribution_id
    order by copied, statements.fts_pk
    limit :size offset :after
)
select
    placed.claim_id,
    'asserts' as stance,
    statements.*
from placed
join statements on statements.fts_pk = placed.fts_pk
order by placed.copied, placed.fts_pk
