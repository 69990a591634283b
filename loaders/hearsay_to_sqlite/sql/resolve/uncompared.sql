-- The statements that were not compared with these claims yet.
select
    _unclaimed.id,
    _unclaimed.words
from temp._unclaimed
where _unclaimed.id not in (
        select _match_statements.attribution_id
        from _match_statements
        where _match_statements.known = :known
    )
order by _unclaimed.id
