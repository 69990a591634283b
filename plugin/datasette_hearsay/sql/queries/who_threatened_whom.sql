-- title: Who threatened whom, and when
-- description: Each threat that an article reports, whoever makes it: to whom, in which words, on which day
--   if the article tells. Leave the box empty for every threat.
-- needs: statements, actors, actor_names, attributions, attribution_actors
-- chart: {"mark": "circle", "x_column": "target", "x_type": "ordinal", "y_column": "speaker", "y_type":
--   "nominal", "color_column": "article_title"}
-- param actor: who threatens or is threatened, as an id or a part of a name |
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
    from wanted
    join attributions on attributions.target_id = wanted.id
    where :actor <> ''
    union
    select attributions.id
    from attributions
    where :actor = ''
)
select
    statements.speaker,
    statements.target,
    statements.words,
    statements.condition,
    statements.said_on,
    statements.said_on_basis,
    statements.published_on,
    statements.medium,
    statements.outlet,
    statements.wording,
    statements.review_status,
    statements.article_title,
    statements.id as attribution_id,
    statements.article_id
from statements
where statements.act = 'threaten'
    and statements.polarity = 'positive'
    and statements.id in (select chosen.id from chosen)
order by
    statements.said_on is null,
    statements.said_on,
    statements.speaker,
    statements.id
