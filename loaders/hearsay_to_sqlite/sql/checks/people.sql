-- what: actor_id or target_id is not the first of its speakers or targets
select 'attributions', attributions.id
from attributions
left join attribution_actors as speakers on speakers.attribution_id = attributions.id
    and speakers.part = 'speaker'
    and speakers.n = 0
left join attribution_actors as targets on targets.attribution_id = attributions.id
    and targets.part = 'target'
    and targets.n = 0
where speakers.actor_id is not attributions.actor_id
    or targets.actor_id is not attributions.target_id
order by attributions.id
