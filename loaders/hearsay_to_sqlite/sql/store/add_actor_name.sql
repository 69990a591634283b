insert into actor_names (actor_id, name, key, basis)
values (?, ?, ?, ?)
on conflict do nothing
