-- title: Claims of an actor
-- description: On which claims somebody takes which stand.
-- needs: statements, claim_attributions, claims
with theirs as (
    select statements.id, statements.utterance_key
    from statements
    where statements.speaker_id = :id
    -- A limit keeps what follows out of the view, which would then read every name that it could give.
    limit 10000000
),
counted as (
    select
        claim_attributions.claim_id,
        claim_attributions.stance,
        count(distinct theirs.utterance_key) as utterances,
        count(*) as mentions
    from theirs
    join claim_attributions on claim_attributions.attribution_id = theirs.id
    group by claim_attributions.claim_id, claim_attributions.stance
    order by utterances desc, claim_attributions.claim_id, claim_attributions.stance
    limit 40
)
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    counted.stance,
    counted.utterances,
    counted.mentions
from counted
join claims on claims.id = counted.claim_id
order by counted.utterances desc, counted.claim_id, counted.stance
