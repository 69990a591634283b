select url, published_on, relation
from claim_sightings
where claim_id = :claim
    and url is not null
order by relation <> 'first-appearance', id
