-- title: Other spellings
-- description: Every spelling of the actors in :ids (a JSON array), for a search that finds them all.
-- needs: actor_names
select actor_names.actor_id, actor_names.name
from actor_names
where actor_names.actor_id in (select value from json_each(:ids))
order by actor_names.actor_id, length(actor_names.name) desc, actor_names.name
limit 60
