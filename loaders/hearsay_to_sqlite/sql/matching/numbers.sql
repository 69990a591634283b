select numbers
from _match_terms
where rowid = ?
