-- What the machine found to be said by an actor with an id, for telling one utterance from several.
select
    attributions.id,
    attributions.actor_id,
    attributions.article_id,
    coalesce(attributions.quotation, attributions.content_text) as words,
    attributions.said_on
from attributions
join actors on actors.id = attributions.actor_id
where attributions.method = 'extracted'
    and attributions.superseded_by is null
    and attributions.repeat_of is null
    and actors.kind not in ('anonymous', 'class')
order by attributions.actor_id, attributions.id;
