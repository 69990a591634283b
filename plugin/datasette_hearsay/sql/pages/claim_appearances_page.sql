-- title: Appearances of a claim
-- description: Its appearances in order of time, the undated last. An appearance without a day of its own stands at the
--   day its article appeared, and says so.
-- needs: statements, claim_attributions, claims
select
    claim_attributions.stance,
    claim_attributions.method as stance_method,
    claim_attributions.score,
    claim_attributions.why,
    statements.speaker_id is claims.claimant_id as first_voice,
    coalesce(statements.said_on, statements.published_on) as happened_on,
    statements.*
from claim_attributions
join claims on claims.id = claim_attributions.claim_id
join statements on statements.id = claim_attributions.attribution_id
where claim_attributions.claim_id = :id
order by
    coalesce(statements.said_on, statements.published_on) is null,
    coalesce(statements.said_on, statements.published_on),
    statements.article_id <> statements.root_article_id,
    statements.fts_pk
limit :size offset :after
