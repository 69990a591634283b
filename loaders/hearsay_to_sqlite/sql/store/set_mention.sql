-- Where the case file says the same of the place, one row is enough.
update or replace mentions
set actor_id = :actor_id
where article_id = :article_id
    and start = :start
    and "end" = :end
    and actor_id != :actor_id
    and actor_id in (select id from actors where origin = 'extracted')
