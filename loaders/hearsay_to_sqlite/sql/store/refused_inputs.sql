select location, max(raw)
from rejects
group by location
order by min(id)
