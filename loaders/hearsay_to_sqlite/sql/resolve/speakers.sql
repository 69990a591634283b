select attribution_actors.actor_id, attribution_actors.capacity
from attribution_actors
where attribution_actors.attribution_id = ? and attribution_actors.part = 'speaker'
order by attribution_actors.n
