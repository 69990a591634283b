-- title: Where words stand
-- description: The parts of the index for matching that list the claims with some words, and how many each lists.
-- needs: _match_terms
select
    rowid as row,
    term,
    claims
from _match_terms
where term in (select value from json_each(:terms))
