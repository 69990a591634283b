-- The stands that a statement takes on claims.
select claims.id as claim_id, claims.proposition, claims.origin, claim_attributions.stance
from claim_attributions
join claims on claims.id = claim_attributions.claim_id
where claim_attributions.attribution_id = :id
order by claims.n
