insert into actors (id, name, kind, role, origin)
values (?, ?, ?, ?, ?)
on conflict (id) do update set role = excluded.role
where actors.role is null
    and excluded.role is not null
    and actors.origin = 'extracted'
