-- title: Runs
-- description: The last runs that wrote this file. Their command lines are left out: they name places on somebody's disk.
-- needs: loads
select loads.id, loads.version, loads.started_at, loads.ended_at, loads.articles, loads.attributions, loads.rejected
from loads
order by loads.id desc
limit 20
