-- The statements that have no mates.
insert into temp._loose (id, terms)
select
    _unclaimed.id,
    _unclaimed.terms
from temp._unclaimed
where _unclaimed.id not in (select _mates.id from temp._mates)
