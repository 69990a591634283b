insert into attribution_actors (attribution_id, actor_id, part, capacity, n)
values (?, ?, 'speaker', ?, 0)
