update attributions
set actor_id = :actor_id, target_id = :target_id, via_actor_id = :via_actor_id
where id = :id
    and (actor_id is not :actor_id or target_id is not :target_id or via_actor_id is not :via_actor_id)
