-- title: Articles found
-- description: Articles whose title, byline or text match, best match first, with the words round the best place
--   (of the first 1,000).
-- needs: articles, articles_fts
with found as (
    select articles_fts.rowid as n, articles_fts.rank as weight
    from articles_fts
    where articles_fts match :match
    limit 1000
),
best as (
    select found.n, found.weight
    from found
    order by found.weight, found.n
    limit :size
)
select
    articles.id as article_id,
    articles.title,
    articles.published_on,
    snippet(articles_fts, 2, char(57344), char(57345), '…', 24) as snippet
from best
-- The snippet needs the search itself, once more, for these few only.
join articles_fts on articles_fts.rowid = best.n
    and articles_fts match :match
join articles on articles.n = best.n
order by best.weight, best.n
