-- what: nested_in and repeat_of must name a statement of the same article
select 'attributions', attributions.id
from attributions
join attributions as others on others.id in (attributions.nested_in, attributions.repeat_of)
where others.article_id != attributions.article_id
    or others.id = attributions.id
order by attributions.id
