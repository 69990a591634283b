update attributions
set actor_id = coalesce(
        attributions.actor_id,
        (
            select attribution_actors.actor_id
            from attribution_actors
            where attribution_actors.attribution_id = attributions.id
                and attribution_actors.part = 'speaker'
                and attribution_actors.n = 0
        )
    ),
    target_id = coalesce(
        attributions.target_id,
        (
            select attribution_actors.actor_id
            from attribution_actors
            where attribution_actors.attribution_id = attributions.id
                and attribution_actors.part = 'target'
                and attribution_actors.n = 0
        )
    )
where attributions.id = ?
    and (attributions.actor_id is null or attributions.target_id is null)
