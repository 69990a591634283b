-- title: Claims that say the same
-- description: Other claims that the machine found to say what this one says, the closest first.
-- needs: restatements, claims, actors
select
    restatements.other_id as claim_id,
    restatements.words as proposition,
    claims.title,
    restatements.origin as claim_origin,
    actors.name as claimant,
    restatements.score,
    restatements.found_by
from restatements
join claims on claims.id = restatements.other_id
left join actors on actors.id = claims.claimant_id
where restatements.claim_id = :id
    and restatements.kind = 'claim'
order by restatements.score desc, restatements.other_id
limit 50
