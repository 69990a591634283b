select id, location, line, reason, hash, length(raw)
from rejects
order by location, line, id
