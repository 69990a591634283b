update attribution_actors
set actor_id = :to
where actor_id = :from
    and part = 'speaker'
    and attribution_id in (
        select attributions.id
        from attributions
        where attributions.article_id = :article
            and attributions.source_start < :end
            and attributions.source_end > :start
    )
