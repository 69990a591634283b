insert into rejects (load_id, location, line, reason, hash, raw, options)
select :load_id, :location, :line, :reason, :hash, :raw, :options
where not exists (
    select 1
    from rejects
    where location = :location
        and line is :line
        and hash = :hash
)
