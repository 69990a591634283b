-- The statements that have no mates.
select
    _unclaimed.id,
    _unclaimed.words
from temp._unclaimed
where _unclaimed.id not in (select _mates.id from temp._mates)
order by _unclaimed.id
