select id
from articles
where id in (
    select attributions.article_id
    from attributions
    join _found_actors on _found_actors.attribution_id = attributions.id
)
    or id in (select article_id from mentions)
order by n
