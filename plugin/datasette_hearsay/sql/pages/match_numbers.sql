-- title: Claims with a word
-- description: The numbers of the claims in one part of the index for matching, packed.
-- needs: _match_terms
select numbers
from _match_terms
where rowid = :row
