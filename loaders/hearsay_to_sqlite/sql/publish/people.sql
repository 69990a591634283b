-- Every name of a person, and of whatever else the machine met and knows nothing of.
select name
from actors
where kind = 'person'
    or kind = 'group' and origin = 'extracted'
union
select actor_names.name
from actor_names
join actors on actors.id = actor_names.actor_id
where actors.kind = 'person'
    or actors.kind = 'group' and actors.origin = 'extracted'
