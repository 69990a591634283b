-- title: Actors to jump to
-- description: Every actor whose address needs no encoding, which all but imported ids are. An anonymous source
--   of one article is no place to jump to.
-- needs: actors
select
    'actor' as type,
    name as label,
    role as description,
    :prefix || id as url,
    name as search_text,
    null as display_name
from actors
where kind <> 'anonymous'
    and id not glob '*[^a-zA-Z0-9_-]*'
