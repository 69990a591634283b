-- title: Who condemned, on a condition, or not at all
-- description: Each condemnation that the articles report, and each that they say did not come: outright, on
--   a condition (“if it is real”), or not at all. The same actor may stand here twice, once for each article.
--   Leave the box empty for everybody.
-- needs: statements, actors, actor_names
-- chart: {"mark": "circle", "x_column": "manner", "x_type": "ordinal", "y_column": "speaker", "y_type":
--   "nominal", "color_column": "article_title"}
-- param actor: who, as an id or a part of a name |
with wanted as (
    select actors.id
    from actors
    where actors.id = :actor
        or (
            not exists (select 1 from actors as exactly where exactly.id = :actor)
            and (
                actors.name like '%' || :actor || '%'
                or actors.id in (
                    select actor_names.actor_id
                    from actor_names
                    where actor_names.name like '%' || :actor || '%'
                )
            )
        )
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
    and (
        :actor = ''
        or statements.speaker_id in (select wanted.id from wanted)
        or statements.on_behalf_of_id in (select wanted.id from wanted)
    )
order by
    manner,
    statements.speaker,
    statements.id
