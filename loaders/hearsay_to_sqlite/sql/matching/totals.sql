select
    coalesce(sum(claims), 0),
    coalesce(sum(words), 0),
    coalesce(sum(letters), 0)
from _match_segments
