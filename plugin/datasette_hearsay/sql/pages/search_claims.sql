-- title: Claims found
-- description: Claims whose proposition or title match, best match first.
-- needs: claims, claims_fts, actors
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    actors.name as claimant
from claims_fts
join claims on claims.n = claims_fts.rowid
left join actors on actors.id = claims.claimant_id
where claims_fts match :match
order by claims_fts.rank, claims_fts.rowid
limit :size
