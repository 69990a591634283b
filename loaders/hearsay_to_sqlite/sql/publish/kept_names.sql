-- Every name that stays, of whatever bears one.
select name
from out.actors
union
select name
from out.actor_names
union
select name
from out.outlets
