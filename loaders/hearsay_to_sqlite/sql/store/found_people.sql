select
    attributions.id,
    _found_actors.part,
    _found_actors.name,
    _found_actors.kind,
    _found_actors.role
from attributions
join _found_actors on _found_actors.attribution_id = attributions.id
where attributions.article_id = ?
order by attributions.content_start, attributions.id
