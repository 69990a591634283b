-- The different texts of the rest, each with the first statement that has it: those that are said most first.
select
    _loose.words,
    min(_loose.id) as first
from temp._loose
group by _loose.words
order by count(*) desc, first
