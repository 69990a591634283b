-- An actor whom only a machine named stays while something that stays refers to it.
insert into out.actors (n, id, name, kind, role, country, wikidata, description, origin)
select n, public_id(id), iif(origin = 'extracted', few_words(name), name), kind, iif(origin = 'extracted', few_words(role), role),
    country, wikidata, description, origin
from actors
where id not in (select id from erased where kind = 'actor')
    and (
        origin <> 'extracted'
        or public_id(id) in (select actor_id from out.attributions)
        or public_id(id) in (select target_id from out.attributions)
        or public_id(id) in (select via_actor_id from out.attributions)
        or public_id(id) in (select actor_id from out.attribution_actors)
        or public_id(id) in (select actor_id from out.utterances)
        or public_id(id) in (select claimant_id from out.claims)
        or public_id(id) in (select actor_id from out.mentions)
    )
order by n;

insert or ignore into out.actor_names (actor_id, name, "key", basis)
select public_id(actor_id), few_words(name), iif(few_words(name) = name, "key", ''), basis
from actor_names
where public_id(actor_id) in (select id from out.actors);

insert into out.affiliations (id, actor_id, organisation_id, role, since, until)
select id, public_id(actor_id), public_id(organisation_id), few_words(role), since, until
from affiliations
where public_id(actor_id) in (select id from out.actors)
    and public_id(organisation_id) in (select id from out.actors)
