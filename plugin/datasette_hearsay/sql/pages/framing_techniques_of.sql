-- title: Techniques of a framing
-- description: DISARM techniques that the framing is linked to. They are about the framing, never about a person.
-- needs: framing_techniques, techniques
select techniques.id, techniques.name
from framing_techniques
join techniques on techniques.id = framing_techniques.technique_id
where framing_techniques.framing = :id
order by techniques.id
