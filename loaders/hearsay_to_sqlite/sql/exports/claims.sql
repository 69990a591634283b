select
    claims.*,
    actors.name as claimant,
    actors.kind as claimant_kind,
    first_appearances.attribution_id as first_attribution
from claims
left join actors on actors.id = claims.claimant_id
left join first_appearances on first_appearances.claim_id = claims.id
order by claims.n
