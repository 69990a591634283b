update or replace mentions
set actor_id = :to
where article_id = :article
    and actor_id = :from
    and start < :end
    and "end" > :start
