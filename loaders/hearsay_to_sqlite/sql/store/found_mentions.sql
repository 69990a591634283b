select mentions.start, mentions."end", mentions.name, actors.name, actors.kind
from mentions
join actors on actors.id = mentions.actor_id
where mentions.article_id = ?
    and actors.origin = 'extracted'
order by mentions.start, mentions."end"
