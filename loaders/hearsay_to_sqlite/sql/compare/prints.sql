select
    print,
    holders,
    crowded
from _prints
where print in (select value from json_each(?))
