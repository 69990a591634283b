-- The members of each group, its head first; without those that would be in company with the claim proposed from them alone.
-- A line that is in no group is one by itself.
with grouped as (
    select
        coalesce(_groups.number, -1 - _texts.place) as number,
        _texts.id,
        _texts.rank,
        _texts.place
    from temp._texts
    left join temp._groups on _groups.place = _texts.place
    where _texts.place is not null
)
select
    grouped.number,
    grouped.id,
    grouped.rank,
    grouped.place
from grouped
where grouped.number in (
        select grouped.number
        from grouped
        where grouped.rank <> :proposed
        group by grouped.number
        having count(*) > 1
    )
order by grouped.number, grouped.rank, grouped.id
