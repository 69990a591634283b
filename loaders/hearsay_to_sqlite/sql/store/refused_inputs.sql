select location, max(raw), options
from rejects
group by location
order by min(id)
