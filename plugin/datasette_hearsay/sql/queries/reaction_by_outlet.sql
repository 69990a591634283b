-- title: One actor’s reaction as each outlet reports it
-- description: What one actor does and says, article by article, with the wording that each gives it: reports
--   of the same utterance stand together. Leave the box empty for everybody.
-- needs: statements, actors, actor_names
-- chart: {"mark": "circle", "x_column": "outlet", "x_type": "ordinal", "y_column": "act", "y_type":
--   "nominal", "color_column": "wording"}
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
where :actor = ''
    or statements.speaker_id in (select wanted.id from wanted)
    or statements.on_behalf_of_id in (select wanted.id from wanted)
order by
    statements.speaker,
    statements.utterance_key,
    statements.outlet,
    statements.id
