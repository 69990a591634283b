-- title: Voices on disputed claims
-- description: For each of the claims in :ids (a JSON array): who takes which stand, one statement for each utterance.
-- needs: statements, claim_attributions
select
    claim_attributions.claim_id,
    claim_attributions.stance,
    statements.*
from claim_attributions
join statements on statements.id = claim_attributions.attribution_id
where claim_attributions.claim_id in (select value from json_each(:ids))
order by
    claim_attributions.claim_id,
    claim_attributions.stance,
    statements.article_id <> statements.root_article_id,
    statements.quotation is null,
    statements.fts_pk
limit 400
