-- What a statement's annotation carries beside its words, table by table in the order of exports/carried.py.
select outlets.*
from articles
join outlets on outlets.id in (articles.publisher_id, articles.origin_outlet_id)
where articles.id = :article
order by outlets.id;

select actors.*
from attributions
join actors on actors.id in (attributions.actor_id, attributions.target_id, attributions.via_actor_id)
    or actors.id in (select actor_id from attribution_actors where attribution_id = attributions.id)
    or actors.id in (select actor_id from utterances where id = attributions.utterance_id)
where attributions.id = :id
order by actors.n;

-- The text that an article replaces is not carried.
select articles.*, null as supersedes
from articles
where id = :article;

select utterances.*
from attributions
join utterances on utterances.id = attributions.utterance_id
where attributions.id = :id;

-- Only statements that are exported themselves are referred to.
select
    attributions.*,
    (select id from statements where statements.id = attributions.nested_in) as nested_in,
    (select id from statements where statements.id = attributions.repeat_of) as repeat_of,
    null as superseded_by
from attributions
where id = :id;

select *
from attribution_actors
where attribution_id = :id
order by part, n;

select *
from attribution_spans
where attribution_id = :id
order by part, n
