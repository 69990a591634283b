-- title: What one person said, in order of time
-- description: Statements of one actor, the dated ones first, with the medium and whom they spoke to. A month
--   is the whole month, so its place among days is only a reading order. Leave the box empty for everybody.
-- needs: statements, actors, actor_names, attributions
-- chart: {"mark": "circle", "x_column": "said_on", "x_type": "temporal", "y_column": "medium", "y_type":
--   "nominal", "color_column": "act"}
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
    from attributions
    where :actor = ''
)
select
    statements.said_on,
    statements.said_on_basis,
    statements.speaker,
    statements.act,
    statements.words,
    statements.medium,
    statements.via,
    statements.target,
    statements.outlet,
    statements.published_on,
    statements.wording,
    statements.review_status,
    statements.id as attribution_id,
    statements.article_id
from statements
where statements.id in (select chosen.id from chosen)
order by
    statements.said_on is null,
    statements.said_on,
    statements.published_on,
    statements.id
