-- title: Actors found
-- description: Actors whom :match finds, which the search box asks for in spellings and roles only, best match first.
-- needs: actors, actors_fts
select
    actors.id as actor_id,
    actors.name,
    actors.kind,
    actors.role
from actors_fts
join actors on actors.n = actors_fts.rowid
where actors_fts match :match
order by actors_fts.rank, actors_fts.rowid
limit :size
