select
    segment,
    claims,
    words,
    letters
from _match_segments
order by segment desc
