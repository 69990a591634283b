-- title: One claim
-- description: One claim by its id, with its claimant and the event it is about.
-- needs: claims, actors, events
select
    claims.id,
    claims.proposition,
    claims.title as short_title,
    claims.subtitle,
    claims.url as claim_web,
    claims.topic,
    claims.said_on,
    claims.origin,
    claims.claimant_id,
    actors.name as claimant,
    actors.kind as claimant_kind,
    events.name as event,
    events.date as event_date,
    events.place as event_place
from claims
left join actors on actors.id = claims.claimant_id
left join events on events.id = claims.event_id
where claims.id = :id
