select article_id, copied_from_id
from _pairs
where taken >= :most
    and kept >= :most
