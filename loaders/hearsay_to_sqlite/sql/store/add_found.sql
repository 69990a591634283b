insert into _found_actors (attribution_id, part, name, kind, role)
values (?, ?, ?, ?, ?)
