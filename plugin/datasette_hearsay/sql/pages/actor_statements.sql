-- title: Statements of an actor
-- description: What somebody is reported to have said, article by article.
-- needs: statements
select statements.*
from statements
where statements.speaker_id = :id
    and statements.fts_pk > :after
order by statements.fts_pk
limit :size
