-- title: How common letters are
-- description: In how many of the claims looked at some sequences of letters stand.
-- needs: _match_runs
select
    run,
    claims
from _match_runs
where run in (select value from json_each(:runs))
