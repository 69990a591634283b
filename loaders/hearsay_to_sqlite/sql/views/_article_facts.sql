-- title: What tells which article came first
-- description: The facts of each article that may tell whether it came before another one of like words; known
--   holds them in one, so that a change is noticed.
-- needs: articles, outlets, article_translations
select
    articles.n,
    articles.id,
    articles.published_on,
    articles.byline,
    outlets.name as outlet,
    exists (
        select 1
        from article_translations
        where article_translations.article_id = articles.id
    ) as translated,
    ifnull(articles.published_on, '') || '|' || ifnull(articles.byline, '') || '|' || ifnull(outlets.name, '') || '|' || exists (
        select 1
        from article_translations
        where article_translations.article_id = articles.id
    ) as known
from articles
left join outlets on outlets.id = coalesce(articles.origin_outlet_id, articles.publisher_id)
