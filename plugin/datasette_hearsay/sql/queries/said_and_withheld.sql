-- title: What somebody said, and what they pointedly did not say
-- description: Statements of one actor, or on its behalf. withheld marks what an article says the actor did
--   not say or declined to answer; said is everything else. Leave the box empty for everybody.
-- needs: statements, claim_attributions, actors, actor_names
-- chart: {"mark": "circle", "x_column": "kind", "x_type": "ordinal", "y_column": "act", "y_type": "nominal",
--   "color_column": "speaker"}
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
    iif(
        statements.polarity = 'negative'
        or statements.act = 'decline-to-comment'
        or exists (
            select 1
            from claim_attributions
            where claim_attributions.attribution_id = statements.id
                and claim_attributions.stance = 'withholds'
        ),
        'withheld',
        'said'
    ) as kind,
    statements.speaker,
    statements.on_behalf_of,
    statements.act,
    statements.polarity,
    statements.words,
    statements.condition,
    statements.claim_ids,
    statements.outlet,
    statements.said_on,
    statements.medium,
    statements.wording,
    statements.review_status,
    statements.id as attribution_id,
    statements.article_id
from statements
where :actor = ''
    or statements.speaker_id in (select wanted.id from wanted)
    or statements.on_behalf_of_id in (select wanted.id from wanted)
order by
    kind desc,
    statements.speaker,
    statements.said_on is null,
    statements.said_on,
    statements.id
