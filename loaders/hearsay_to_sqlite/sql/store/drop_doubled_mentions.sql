delete from mentions
where article_id = :article_id
    and exists (
        select 1
        from actors
        where actors.id = mentions.actor_id
            and actors.origin = 'extracted'
    )
    and exists (
        select 1
        from mentions as others
        join actors on actors.id = others.actor_id
        where others.article_id = mentions.article_id
            and others.start = mentions.start
            and others."end" = mentions."end"
            and actors.origin != 'extracted'
    )
