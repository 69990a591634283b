-- title: Excerpts round a statement
-- description: What was kept of an article round the characters :start to :end when its text was redacted.
-- needs: excerpts
select excerpts.start, excerpts."end", excerpts.text
from excerpts
where excerpts.article_id = :id
    and excerpts.start <= :start
    and excerpts."end" >= :end
order by excerpts.start
limit 1
