-- title: Answers that a statement gives
-- description: On which questions the accounts differ and this statement gives an answer.
-- needs: accounts, facets
select
    facets.id as facet_id,
    facets.question,
    facets.unit,
    accounts.value,
    accounts.qualifier,
    accounts.difference,
    accounts.note
from accounts
join facets on facets.id = accounts.facet_id
where accounts.attribution_id = :id
order by facets.id
limit 50
