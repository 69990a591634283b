-- What a claim's or a review's object carries beside its words, table by table in the order of exports/carried.py.
select outlets.*
from claim_sightings
join outlets on outlets.id = claim_sightings.outlet_id
where claim_sightings.claim_id = :claim
order by outlets.id;

select actors.*
from claims
join actors on actors.id = claims.claimant_id
where claims.id = :claim;

select events.*
from claims
join events on events.id = claims.event_id
where claims.id = :claim;

select *
from claims
where id = :claim;

-- The article where a claim was seen is not carried, its address is.
select claim_sightings.*, null as article_id
from claim_sightings
where claim_id = :claim
order by id;

select reviews.*
from review_claims
join reviews on reviews.id = review_claims.review_id
where review_claims.claim_id = :claim
order by reviews.id;

select *
from review_claims
where claim_id = :claim
order by review_id
