-- title: Excerpts of an article
-- description: What was kept of the text round quotations when it was redacted.
-- needs: excerpts
select excerpts.n, excerpts.start, excerpts."end", excerpts.text
from excerpts
where excerpts.article_id = :id
order by excerpts.n
limit 500
