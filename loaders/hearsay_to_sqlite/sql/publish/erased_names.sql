-- Every spelling of the names of those who were erased.
select actors.name
from erased
join actors on actors.id = erased.id
where erased.kind = 'actor'
    and actors.kind <> 'anonymous'
union
select actor_names.name
from erased
join actor_names on actor_names.actor_id = erased.id
join actors on actors.id = erased.id
where erased.kind = 'actor'
    and actors.kind <> 'anonymous'
