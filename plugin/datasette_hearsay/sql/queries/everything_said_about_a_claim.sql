-- title: Everything somebody said about a claim
-- description: Who asserts, denies or questions a claim, or withholds an answer, in which words and when.
--   Narrow it by speaker, by claim, or both; empty boxes mean all.
-- needs: claim_appearances, actors, actor_names, attributions
-- chart: {"mark": "circle", "x_column": "happened_on", "x_type": "temporal", "y_column": "speaker", "y_type":
--   "nominal", "color_column": "stance"}
-- param actor: who, as an id or a part of a name |
-- param claim: which claim, as its id or a part of its wording |
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
    claim_appearances.proposition,
    claim_appearances.stance,
    claim_appearances.speaker,
    claim_appearances.act,
    claim_appearances.words,
    claim_appearances.happened_on,
    claim_appearances.date_basis,
    claim_appearances.outlet,
    claim_appearances.wording,
    claim_appearances.claim_origin,
    claim_appearances.method,
    claim_appearances.review_status,
    claim_appearances.claim_id,
    claim_appearances.attribution_id,
    claim_appearances.article_id
from claim_appearances
where claim_appearances.attribution_id in (select chosen.id from chosen)
    and (
        :claim = ''
        or claim_appearances.claim_id = :claim
        or claim_appearances.proposition like '%' || :claim || '%'
    )
order by
    claim_appearances.claim_id,
    claim_appearances.happened_on is null,
    claim_appearances.happened_on,
    claim_appearances.attribution_id
