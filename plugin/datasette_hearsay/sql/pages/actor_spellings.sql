-- title: Spellings of a name
-- description: How the texts of each outlet spell a name, and in how many articles.
-- needs: spellings, outlets
with spelt as (
    -- The view has one row for each article and spelling.
    select
        spellings.name,
        spellings.outlet_id,
        sum(spellings.mentions) as mentions,
        count(*) as articles
    from spellings
    where spellings.actor_id = :id
    group by spellings.name, spellings.outlet_id
    order by mentions desc, spellings.name, spellings.outlet_id
    limit 60
)
select
    spelt.name,
    spelt.outlet_id,
    ifnull(outlets.name, 'outlet not known') as outlet,
    spelt.mentions,
    spelt.articles
from spelt
left join outlets on outlets.id = spelt.outlet_id
order by spelt.mentions desc, spelt.name, outlet
