-- title: Places of an article
-- description: Where an article was read from on the web or kept in an archive. Files on somebody's disk are left out.
-- needs: article_locations
select article_locations.location, article_locations.archived_url, article_locations.retrieved_at
from article_locations
where article_locations.article_id = :id
    and (article_locations.location like 'http%' or article_locations.archived_url is not null)
order by article_locations.id
limit 50
