delete from rejects
where location = :location
    and line is :line
    and (hash != :hash or reason != :reason or options is not :options)
