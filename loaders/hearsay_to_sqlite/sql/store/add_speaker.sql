insert into attribution_actors (attribution_id, actor_id, part, n)
values (?, ?, ?, ?)
