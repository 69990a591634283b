-- What the machine attached to known claims.
select
    claim_attributions.attribution_id,
    claim_attributions.claim_id,
    claim_attributions.score,
    claim_attributions.why
from claim_attributions
join claims on claims.id = claim_attributions.claim_id
where claim_attributions.method = 'extracted'
    and claims.origin <> 'proposed'
