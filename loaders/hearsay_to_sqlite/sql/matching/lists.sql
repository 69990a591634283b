select
    rowid,
    term,
    claims
from _match_terms
where term in (select value from json_each(?))
