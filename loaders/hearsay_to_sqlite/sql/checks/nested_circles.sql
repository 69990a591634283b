-- what: nested_in leads back to the statement itself
with recursive outward (id, outer_id) as (
    select id, nested_in
    from attributions
    where nested_in is not null
    union
    select outward.id, attributions.nested_in
    from outward
    join attributions on attributions.id = outward.outer_id
    where attributions.nested_in is not null
)
select 'attributions', id
from outward
where id = outer_id
order by id
