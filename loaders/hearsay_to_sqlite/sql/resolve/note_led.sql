-- The statements of the rest that go with others: the leader is the most typical one.
with led as (
    select
        _loose.id,
        _led.first as typical,
        min(_loose.id) over (partition by _led.first) as first,
        count(*) over (partition by _led.first) as members
    from temp._loose
    join temp._led on _led.terms = _loose.terms
)
insert into temp._mates (id, first, typical, same)
select
    led.id,
    led.first,
    led.typical,
    1
from led
where led.members > 1
