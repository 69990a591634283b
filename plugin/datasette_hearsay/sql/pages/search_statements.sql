-- title: Statements found
-- description: Statements whose words, gist or speaker match, best match first. A word that stands nearly everywhere has
--   too many matches to be weighed: the best of the first 5,000 are given.
-- needs: statements, statements_fts
with found as (
    select statements_fts.rowid as n, statements_fts.rank as weight
    from statements_fts
    where statements_fts match :match
    limit 5000
),
best as (
    select found.n, found.weight
    from found
    order by found.weight, found.n
    limit :size offset :after
)
select statements.*
from best
join statements on statements.fts_pk = best.n
order by best.weight, best.n
