select place, n, original
from temp._unworded
where place > ?
order by place
limit ?
