-- How many claims are proposed.
select
    (select count(distinct _mates.first) from temp._mates)
    + (
        select count(*)
        from temp._unclaimed
        where _unclaimed.act in (select value from json_each(:acts))
            and _unclaimed.id not in (select id from temp._mates)
    )
