insert or ignore into actors (id, name, kind, role, origin)
select :id, :name, actors.kind, null, 'extracted'
from actors
where actors.id = :other
