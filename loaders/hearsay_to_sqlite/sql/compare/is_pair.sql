select exists (
    select 1
    from _pairs
    where article_id = :one
        and copied_from_id = :other
)
or exists (
    select 1
    from _pairs
    where article_id = :other
        and copied_from_id = :one
)
