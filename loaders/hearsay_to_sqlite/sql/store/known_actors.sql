select actors.id, actor_names.name, actors.kind, actors.origin
from actors
join actor_names on actor_names.actor_id = actors.id
where actors.origin != 'extracted'
    and actor_names.basis != 'extracted'
union
select id, name, kind, origin
from actors
where origin != 'extracted'
order by 1, 2
