select claims
from _match_runs
where run = ''
