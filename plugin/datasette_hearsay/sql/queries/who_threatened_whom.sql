-- title: Who threatened whom, and when
-- description: Each threat that an article reports, whoever makes it: to whom, in which words, on which day
--   if the article tells. Leave the box empty for every threat.
-- needs: statements, actors, actor_names
-- chart: {"mark": "circle", "x_column": "target", "x_type": "ordinal", "y_column": "speaker", "y_type":
--   "nominal", "color_column": "article_title"}
-- param actor: who threatens or is threatened, as an id or a part of a name |
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
    and (
        :actor = ''
        or statements.speaker_id in (select wanted.id from wanted)
        or statements.on_behalf_of_id in (select wanted.id from wanted)
        or statements.target_id in (select wanted.id from wanted)
    )
order by
    statements.said_on is null,
    statements.said_on,
    statements.speaker,
    statements.id
