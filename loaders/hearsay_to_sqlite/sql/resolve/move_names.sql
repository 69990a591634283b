insert or ignore into actor_names (actor_id, name, "key", basis)
select :to, actor_names.name, actor_names."key", actor_names.basis
from actor_names
where actor_names.actor_id = :from
