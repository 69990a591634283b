-- title: Spellings of a name
-- description: How the texts of each outlet spell a name, and in how many articles.
-- needs: spellings
select
    spellings.name,
    spellings.outlet_id,
    ifnull(spellings.outlet, 'outlet not known') as outlet,
    sum(spellings.mentions) as mentions,
    count(distinct spellings.article_id) as articles
from spellings
where spellings.actor_id = :id
group by spellings.name, spellings.outlet_id
order by mentions desc, spellings.name, outlet
limit 60
