-- title: Who takes part in a statement
-- description: Everybody who takes part in a statement: speakers, on whose behalf they speak, targets and addressees.
-- needs: attribution_actors, actors
select
    attribution_actors.part,
    attribution_actors.capacity,
    actors.id as actor_id,
    actors.name,
    actors.kind,
    actors.role
from attribution_actors
join actors on actors.id = attribution_actors.actor_id
where attribution_actors.attribution_id = :id
order by attribution_actors.part, attribution_actors.n
limit 50
