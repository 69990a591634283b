select article_locations.article_id
from article_locations
where article_locations.location = :location
    and not exists (
        select 1
        from articles
        where articles.supersedes = article_locations.article_id
    )
order by article_locations.id desc
limit 1
