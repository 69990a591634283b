-- Every article, with whose text it is taken to be.
select
    articles.id,
    articles.id as article_id,
    articles.title,
    articles.title as article_title,
    articles.url as article_url,
    articles.published_on,
    articles.text_sha256,
    outlets.id as outlet_id,
    outlets.name as outlet
from articles
left join _article_roots on _article_roots.article_id = articles.id
-- A copy's publisher answers for its wording, as in the view statements.
left join outlets on outlets.id = coalesce(
    iif(_article_roots.root_id <> articles.id, articles.publisher_id, null),
    articles.origin_outlet_id,
    articles.publisher_id
)
order by articles.n
