select copied_from_id
from _pairs
where article_id = :name
union
select article_id
from _pairs
where copied_from_id = :name
