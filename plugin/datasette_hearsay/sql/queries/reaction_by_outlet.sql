-- title: One actor’s reaction as each outlet reports it
-- description: What one actor does and says, article by article, with the wording that each gives it: reports
--   of the same utterance stand together. Leave the box empty for everybody.
-- needs: statements, actors, actor_names, attributions, attribution_actors
-- chart: {"mark": "circle", "x_column": "outlet", "x_type": "ordinal", "y_column": "act", "y_type":
--   "nominal", "color_column": "wording"}
-- param actor: who, as an id or a part of a name |
with wanted as (
    select actors.id
    from actors
    where actors.id = :actor
    union
    select actor_names.actor_id
    from actor_names
    where actor_names.name like '%' || :actor || '%'
        and not exists (select 1 from actors where actors.id = :actor)
    union
    select actors.id
    from actors
    where actors.name like '%' || :actor || '%'
        and not exists (select 1 from actors as exactly where exactly.id = :actor)
),
chosen as (
    select attributions.id
    from wanted
    join attributions on attributions.actor_id = wanted.id
    where :actor <> ''
    union
    select attributions.id
    from wanted
    join attribution_actors on attribution_actors.actor_id = wanted.id
        and attribution_actors.part = 'on-behalf-of'
    join attributions on attributions.id = attribution_actors.attribution_id
    where :actor <> ''
    union
    select attributions.id
    from attributions
    where :actor = ''
)
select
    statements.speaker,
    statements.outlet,
    statements.act,
    statements.polarity,
    statements.words,
    statements.condition,
    statements.quote_type,
    statements.wording,
    statements.medium,
    statements.said_on,
    statements.published_on,
    statements.utterance_key,
    statements.review_status,
    statements.article_title,
    statements.id as attribution_id,
    statements.article_id
from statements
where statements.id in (select chosen.id from chosen)
order by
    statements.speaker,
    statements.utterance_key,
    statements.outlet,
    statements.id
