-- title: Claims found
-- description: Claims whose proposition or title match, best match first (of the first 1,000). :all (a JSON array) are the words
--   of :match; those that more than 1,000 claims hold are not weighed.
-- needs: claims, claims_fts, actors
with found as (
    select claims_fts.rowid as n
    from claims_fts
    where claims_fts match :match
    limit 1000
),
telling as (
    select group_concat(asked.value, ' AND ') as words
    from json_each(:all) as asked
    where (
            select count(*)
            from (
                select 1
                from claims_fts
                where claims_fts match asked.value
                limit 1001
            )
        ) <= 1000
),
weights as (
    select claims_fts.rowid as n, claims_fts.rank as weight
    from telling
    cross join claims_fts
    where telling.words is not null
        and claims_fts match telling.words
),
scored as (
    -- Put together by grouping, because neither has an index for a join.
    select either.n, min(either.weight) as weight
    from (
        select found.n, 0 as weight, 1 as matches
        from found
        union all
        select weights.n, weights.weight, 0
        from weights
    ) as either
    group by either.n
    having max(either.matches) = 1
),
best as (
    select scored.n, scored.weight
    from scored
    order by scored.weight, scored.n
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
