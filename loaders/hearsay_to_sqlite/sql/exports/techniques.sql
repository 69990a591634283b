-- The techniques that somebody linked to a framing of a claim.
select techniques.id, techniques.name
from techniques
where techniques.id in (select technique_id from framing_techniques)
order by techniques.id
