-- title: Statements found
-- description: Statements whose words, gist or speaker match, best match first. Where more than 1,000 match, to weigh
--   them would mean to read them all: the first of them are given in the order of the file.
-- needs: statements, statements_fts
with found as (
    select statements_fts.rowid as n
    from statements_fts
    where statements_fts match :match
    limit 1001
),
counted as (
    select count(*) as matches
    from found
),
weighed as (
    select statements_fts.rowid as n, statements_fts.rank as weight
    from counted
    -- "cross join" keeps to this order, so that nothing is weighed in vain.
    cross join statements_fts
    where counted.matches <= 1000
        and statements_fts match :match
    union all
    select found.n, 0
    from counted
    cross join found
    where counted.matches > 1000
),
best as (
    select weighed.n, weighed.weight
    from weighed
    order by weighed.weight, weighed.n
    limit :size offset :after
)
select statements.*
from best
join statements on statements.fts_pk = best.n
order by best.weight, best.n
