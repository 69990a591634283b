select
    run,
    claims
from _match_runs
where run in (select value from json_each(?))
