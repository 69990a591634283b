-- title: Articles found
-- description: Articles whose title, byline or text match, best match first, with the words round the best place.
-- needs: articles, articles_fts
select
    articles.id as article_id,
    articles.title,
    articles.published_on,
    snippet(articles_fts, 2, char(57344), char(57345), '…', 24) as snippet
from articles_fts
join articles on articles.n = articles_fts.rowid
where articles_fts match :match
order by articles_fts.rank, articles_fts.rowid
limit :size
