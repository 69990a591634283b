-- title: The same utterance in two articles
-- description: What both articles report of the same utterance, one row a rendering.
-- needs: statements
select statements.*
from statements
where statements.article_id in (:article, :other)
    and statements.utterance_key in (
        select first.utterance_key
        from statements as first
        where first.article_id = :article
        intersect
        select second.utterance_key
        from statements as second
        where second.article_id = :other
    )
order by statements.utterance_key, statements.article_id <> :other, statements.fts_pk
limit 300
