-- title: Passages of an article
-- description: Which stretches of the text are headline, caption, pull-quote or not part of the article.
-- needs: passages
select passages.start, passages."end", passages.kind
from passages
where passages.article_id = :id
order by passages.n
limit 5000
