insert into mentions (article_id, actor_id, name, start, "end")
select :article_id, :actor_id, :name, :start, :end
where not exists (
    select 1
    from mentions
    where article_id = :article_id
        and start = :start
        and "end" = :end
)
