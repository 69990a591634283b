select
    articles.n,
    articles.id,
    articles.title,
    articles.text,
    articles.source,
    articles.source_sha256,
    articles.text_sha256,
    articles.url,
    outlets.name,
    articles.byline,
    articles.published_on,
    articles.published_on_basis,
    articles.language,
    articles.encoding,
    (
        select article_locations.location
        from article_locations
        where article_locations.article_id = articles.id
        order by article_locations.id
        limit 1
    ) as location
from articles
left join outlets on outlets.id = articles.publisher_id
where articles.text is not null
    and articles.n > ?
order by articles.n
limit 1
