-- title: What is indexed
-- description: How many claims the index for matching holds, with how many words and letters.
-- needs: _match_segments
select
    coalesce(sum(claims), 0) as claims,
    coalesce(sum(words), 0) as words,
    coalesce(sum(letters), 0) as letters
from _match_segments
