-- title: What somebody said, and what they pointedly did not say
-- description: Statements of one actor, or on its behalf. withheld marks what an article says the actor did
--   not say or declined to answer; said is everything else. Leave the box empty for everybody.
-- needs: statements, claim_attributions, actors, actor_names, attributions, attribution_actors
-- chart: {"mark": "circle", "x_column": "kind", "x_type": "ordinal", "y_column": "act", "y_type": "nominal",
--   "color_column": "speaker"}
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
where statements.id in (select chosen.id from chosen)
order by
    kind desc,
    statements.speaker,
    statements.said_on is null,
    statements.said_on,
    statements.id
