-- title: Claims of a statement
-- description: On which claims a statement takes a stand, which one, and who or what decided that.
-- needs: claim_attributions, claims, actors
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    actors.name as claimant,
    claim_attributions.stance,
    claim_attributions.method,
    claim_attributions.score,
    claim_attributions.why
from claim_attributions
join claims on claims.id = claim_attributions.claim_id
left join actors on actors.id = claims.claimant_id
where claim_attributions.attribution_id = :id
order by claims.id
limit 50
