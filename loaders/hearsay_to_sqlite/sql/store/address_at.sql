select article_locations.url
from article_locations
where article_locations.article_id = ?
    and article_locations.location = ?
