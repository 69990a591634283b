-- The members of each group, its head first; without those that would be in company with the claim proposed from them alone.
select
    _groups.number,
    _texts.id,
    _texts.rank,
    _texts.place
from temp._texts
join temp._groups on _groups.place = _texts.place
where _groups.number in (
        select _groups.number
        from temp._texts
        join temp._groups on _groups.place = _texts.place
        where _texts.rank <> :proposed
        group by _groups.number
        having count(*) > 1
    )
order by _groups.number, _texts.rank, _texts.id
