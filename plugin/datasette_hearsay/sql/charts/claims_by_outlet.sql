-- title: Claims by outlet
-- description: For each of the claims most spoken about and each of the outlets with most of them: how many utterances
--   assert, deny, question or withhold. A pair that is not here was not found; that is not silence. outlets counts all
--   outlets that speak about these claims.
-- needs: claim_appearances
-- kept: {"outlets": 12, "size": 24}
-- chart: {"mark": "circle", "x_column": "outlet", "x_type": "nominal", "y_column": "proposition", "y_type": "nominal",
--   "size_column": "utterances"}
-- param size: Claims at most | 24
-- param outlets: Outlets at most | 12
with most as (
    select claim_appearances.claim_id, count(distinct claim_appearances.utterance_key) as utterances
    from claim_appearances
    group by claim_appearances.claim_id
    order by count(distinct claim_appearances.outlet_id) desc, utterances desc, claim_appearances.claim_id
    limit :size
),
found as (
    select
        claim_appearances.claim_id,
        claim_appearances.proposition,
        claim_appearances.claim_origin,
        claim_appearances.outlet_id,
        claim_appearances.outlet,
        claim_appearances.stance,
        count(distinct claim_appearances.utterance_key) as utterances,
        count(*) as mentions,
        count(distinct claim_appearances.root_article_id) as independent_articles,
        most.utterances as of_claim
    from most
    join claim_appearances on claim_appearances.claim_id = most.claim_id
    group by claim_appearances.claim_id, claim_appearances.outlet_id, claim_appearances.stance
),
widest as (
    select found.outlet_id, count(*) over () as outlets
    from found
    group by found.outlet_id
    order by count(*) desc, ifnull(found.outlet_id, '')
    limit :outlets
)
select
    found.claim_id,
    found.proposition,
    found.claim_origin,
    found.outlet_id,
    found.outlet,
    found.stance,
    found.utterances,
    found.mentions,
    found.independent_articles,
    widest.outlets
from found
join widest on widest.outlet_id is found.outlet_id
order by found.of_claim desc, found.claim_id, found.outlet, found.stance
