-- title: Sightings of a claim
-- description: Where the claim was seen outside the articles of this file.
-- needs: claim_sightings, outlets
select
    claim_sightings.url as sighting_web,
    outlets.name as outlet,
    claim_sightings.article_id,
    claim_sightings.published_on,
    claim_sightings.relation
from claim_sightings
left join outlets on outlets.id = claim_sightings.outlet_id
where claim_sightings.claim_id = :id
order by claim_sightings.published_on, claim_sightings.id
limit 200
