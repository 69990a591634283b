-- title: Statements of an article
-- description: What the article reports to have been said, in the order of its text, after place :after.
-- needs: statements
select statements.*
from statements
where statements.article_id = :id
order by statements.content_start is null, statements.content_start, statements.fts_pk
limit :size offset :after
