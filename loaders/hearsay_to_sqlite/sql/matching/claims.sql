select
    n,
    id,
    proposition,
    coalesce(title, ''),
    coalesce(subtitle, '')
from claims
where n in (select value from json_each(?))
    and (? or origin <> 'proposed')
