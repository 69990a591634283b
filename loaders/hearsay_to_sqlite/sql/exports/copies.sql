-- The articles from which an article was copied.
select article_id, copied_from_id, kind, direction, method
from copies
where article_id = :article
order by copied_from_id
