-- title: Questions
-- description: The questions on which accounts are recorded, those with most different answers first; or the one asked for.
-- needs: facets, accounts, events
select
    facets.id as facet_id,
    facets.question,
    facets.unit,
    events.name as event,
    count(*) as accounts,
    count(distinct accounts.value) as answers
from facets
join accounts on accounts.facet_id = facets.id
left join events on events.id = facets.event_id
where :facet = '' or facets.id = :facet
group by facets.id
order by answers desc, facets.id
limit :size offset :after
