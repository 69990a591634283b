update attributions
set actor_id = :to
where article_id = :article
    and actor_id = :from
    and source_start < :end
    and source_end > :start
