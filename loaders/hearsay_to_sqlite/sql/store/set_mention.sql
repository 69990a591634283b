update mentions
set actor_id = :actor_id
where article_id = :article_id
    and start = :start
    and "end" = :end
    and actor_id != :actor_id
    and exists (
        select 1
        from actors
        where actors.id = mentions.actor_id
            and actors.origin = 'extracted'
    )
