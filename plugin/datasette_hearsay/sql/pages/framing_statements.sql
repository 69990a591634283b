-- title: Statements that voice a framing
-- description: Statements that assert a claim which somebody tagged with the framing, from place :after on.
-- needs: statements, claim_framings, claim_attributions
select
    claim_attributions.claim_id,
    claim_attributions.stance,
    statements.*
from claim_framings
join claim_attributions on claim_attributions.claim_id = claim_framings.claim_id
    and claim_attributions.stance = 'asserts'
join statements on statements.id = claim_attributions.attribution_id
where claim_framings.framing = :id
    and claim_framings.status <> 'withdrawn'
group by statements.id
order by statements.article_id <> statements.root_article_id, statements.fts_pk
limit :size offset :after
