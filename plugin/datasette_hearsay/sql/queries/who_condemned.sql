-- title: Who condemned, on a condition, or not at all
-- description: Each condemnation that the articles report, and each that they say did not come: outright, on
--   a condition (“if it is real”), or not at all. The same actor may stand here twice, once for each article.
--   Leave the box empty for everybody.
-- needs: statements, actors, actor_names, attributions, attribution_actors
-- chart: {"mark": "circle", "x_column": "manner", "x_type": "ordinal", "y_column": "speaker", "y_type":
--   "nominal", "color_column": "article_title"}
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
    case
        when statements.polarity = 'negative' then 'not at all'
        when statements.condition is not null then 'on a condition'
        else 'outright'
    end as manner,
    statements.condition,
    statements.words,
    statements.target,
    statements.outlet,
    statements.said_on,
    statements.wording,
    statements.review_status,
    statements.article_title,
    statements.id as attribution_id,
    statements.article_id
from statements
where statements.act = 'condemn'
    and statements.id in (select chosen.id from chosen)
order by
    manner,
    statements.speaker,
    statements.id
