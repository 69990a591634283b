select
    term,
    numbers
from _match_terms
where segment = ?
