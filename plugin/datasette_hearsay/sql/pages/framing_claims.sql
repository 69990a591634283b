-- title: Claims of a framing
-- description: Which claims are said to serve the framing, by whom, since when and why.
-- needs: claim_framings, claims, actors
-- kept: {}
-- kept for each: select framings.slug as id from framings limit 200
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    actors.name as claimant,
    claim_framings.tagged_by,
    claim_framings.tagged_on,
    claim_framings.rationale,
    claim_framings.status
from claim_framings
join claims on claims.id = claim_framings.claim_id
left join actors on actors.id = claims.claimant_id
where claim_framings.framing = :id
order by claim_framings.status = 'withdrawn', claims.id, claim_framings.tagged_by
limit 60
