delete from mentions
where article_id = ?
    and exists (
        select 1
        from actors
        where actors.id = mentions.actor_id
            and actors.origin = 'extracted'
    )
