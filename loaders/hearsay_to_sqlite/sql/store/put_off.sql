select key, value
from _state
where key like ?
order by key
