-- title: Statements that say what a claim says
-- description: Statements that the machine found to say what this claim says and that are not attached to it, the
--   closest first.
-- needs: restatements, statements
select
    restatements.score,
    restatements.found_by,
    statements.*
from restatements
join statements on statements.id = restatements.other_id
where restatements.claim_id = :id
    and restatements.kind = 'statement'
order by restatements.score desc, statements.fts_pk
limit 50
