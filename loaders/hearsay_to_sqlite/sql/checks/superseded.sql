-- what: superseded_by must name a statement of the same article that stands itself
select 'attributions', attributions.id
from attributions
join attributions as successors on successors.id = attributions.superseded_by
where successors.superseded_by is not null
    or successors.article_id != attributions.article_id
    or successors.id = attributions.id
order by attributions.id
