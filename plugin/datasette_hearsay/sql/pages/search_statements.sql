-- title: Statements found
-- description: Statements whose words, gist or speaker match, best match first.
-- needs: statements, statements_fts
select statements.*
from statements_fts
join statements on statements.fts_pk = statements_fts.rowid
where statements_fts match :match
order by statements_fts.rank, statements_fts.rowid
limit :size offset :after
