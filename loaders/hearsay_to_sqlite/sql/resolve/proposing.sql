-- The statements for which claims are proposed, with the first of the group of each, the most typical one, and whether the
-- group is of the same words: those of a group, and the lone ones that make a charge or a denial.
select
    _unclaimed.id,
    coalesce(_mates.first, _unclaimed.id) as first,
    coalesce(_mates.typical, _unclaimed.id) as typical,
    coalesce(_mates.same, 0) as same
from temp._unclaimed
left join temp._mates on _mates.id = _unclaimed.id
where _mates.id is not null
    or _unclaimed.act in (select value from json_each(:acts))
order by _unclaimed.id
