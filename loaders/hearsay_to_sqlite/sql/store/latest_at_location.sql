select article_locations.article_id
from article_locations
where article_locations.location = :location
    and article_locations.article_id not in (
        select articles.supersedes
        from articles
        where articles.supersedes is not null
    )
order by article_locations.id desc
limit 1
