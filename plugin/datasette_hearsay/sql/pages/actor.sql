-- title: One actor
-- description: One actor by their id.
-- needs: actors
select actors.id, actors.name, actors.kind, actors.role, actors.country, actors.wikidata, actors.description, actors.origin
from actors
where actors.id = :id
