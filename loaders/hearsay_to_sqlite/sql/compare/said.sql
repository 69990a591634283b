-- What the machine found to be said by somebody who is named, for telling one utterance from several.
-- Without the article's text its words are not all here: what was found of it elsewhere stays.
select
    attributions.id,
    attributions.actor_id,
    coalesce(attributions.quotation, attributions.content_text) as words
from attributions
join actors on actors.id = attributions.actor_id
where attributions.method = 'extracted'
    and attributions.article_id in (select id from articles where text is not null)
    and attributions.superseded_by is null
    and attributions.repeat_of is null
    and (actors.kind is null or actors.kind not in ('anonymous', 'class'))
order by attributions.actor_id, attributions.id;
