-- title: Claims found
-- description: Claims whose proposition or title match, best match first (of the first 1,000).
-- needs: claims, claims_fts, actors
with found as (
    select claims_fts.rowid as n, claims_fts.rank as weight
    from claims_fts
    where claims_fts match :match
    limit 1000
),
best as (
    select found.n, found.weight
    from found
    order by found.weight, found.n
    limit :size
)
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    actors.name as claimant
from best
join claims on claims.n = best.n
left join actors on actors.id = claims.claimant_id
order by best.weight, best.n
