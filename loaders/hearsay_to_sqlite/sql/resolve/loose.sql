-- The different texts of the rest, each with the first statement that has it: those that are said most first.
select
    _loose.terms,
    min(_loose.id) as first
from temp._loose
group by _loose.terms
order by count(*) desc, first
