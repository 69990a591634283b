-- title: Actor words
-- description: What the search over actors reads: the name, every spelling, role and description.
-- needs: actors, actor_names
select
    actors.n,
    actors.name,
    (
        select group_concat(actor_names.name, ' · ')
        from actor_names
        where actor_names.actor_id = actors.id
    ) as names,
    actors.role,
    actors.description
from actors
