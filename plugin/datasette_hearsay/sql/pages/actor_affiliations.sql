-- title: Affiliations of an actor
-- description: The organisations somebody belongs to, and, of an organisation, its members. A member is not the
--   organisation.
-- needs: affiliations, actors
select
    'member of' as relation,
    actors.id as actor_id,
    actors.name,
    actors.kind,
    affiliations.role,
    affiliations.since,
    affiliations.until
from affiliations
join actors on actors.id = affiliations.organisation_id
where affiliations.actor_id = :id
union all
select
    'has member',
    actors.id,
    actors.name,
    actors.kind,
    affiliations.role,
    affiliations.since,
    affiliations.until
from affiliations
join actors on actors.id = affiliations.actor_id
where affiliations.organisation_id = :id
    and actors.kind <> 'anonymous'
limit 200
