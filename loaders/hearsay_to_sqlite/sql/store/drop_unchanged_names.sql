-- Forget the former names of actors who have the same again, or none any more.
delete from _search_names
where exists (
        select 1
        from _actor_words
        join actors on actors.n = _actor_words.n
        where actors.id = _search_names.actor_id
            and _actor_words.name = _search_names.name
            and _actor_words.names is _search_names.names
    )
