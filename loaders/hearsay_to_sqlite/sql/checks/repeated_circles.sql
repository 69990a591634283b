-- what: repeat_of leads back to the statement itself
with recursive back (id, first_id) as (
    select id, repeat_of
    from attributions
    where repeat_of is not null
    union
    select back.id, attributions.repeat_of
    from back
    join attributions on attributions.id = back.first_id
    where attributions.repeat_of is not null
)
select 'attributions', id
from back
where id = first_id
order by id
