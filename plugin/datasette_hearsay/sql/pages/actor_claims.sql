-- title: Claims of an actor
-- description: On which claims somebody takes which stand.
-- needs: statements, claim_attributions, claims
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    claim_attributions.stance,
    count(distinct statements.utterance_key) as utterances,
    count(*) as mentions
from statements
join claim_attributions on claim_attributions.attribution_id = statements.id
join claims on claims.id = claim_attributions.claim_id
where statements.speaker_id = :id
group by claims.id, claim_attributions.stance
order by utterances desc, claims.id, claim_attributions.stance
limit 40
