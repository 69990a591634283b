create temp table orphans as
select id
from actors
where origin = 'extracted'
    and id not in (select actor_id from mentions)
    and id not in (select actor_id from attribution_actors)
    and id not in (select actor_id from attributions where actor_id is not null)
    and id not in (select target_id from attributions where target_id is not null)
    and id not in (select via_actor_id from attributions where via_actor_id is not null)
    and id not in (select actor_id from utterances where actor_id is not null)
    and id not in (select claimant_id from claims where claimant_id is not null)
    and id not in (select actor_id from affiliations)
    and id not in (select organisation_id from affiliations);
delete from actor_names
where actor_id in (select id from temp.orphans);
delete from actors
where id in (select id from temp.orphans);
drop table temp.orphans
