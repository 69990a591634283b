-- title: Statements that belong together
-- description: What stands inside a statement, what it stands inside, and other reports of the same utterance.
-- needs: statements
select 'inside' as relation, statements.*
from statements
where statements.nested_in = :id
union all
select 'around' as relation, statements.*
from statements
where statements.id = :nested_in
union all
select 'same-utterance' as relation, statements.*
from statements
where statements.utterance_id = :utterance_id
    and statements.id <> :id
limit 60
