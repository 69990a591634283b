-- title: Claims by outlet
-- description: For each of the claims most spoken about and each outlet: how many utterances assert, deny, question or
--   withhold. A pair that is not here was not found; that is not silence.
-- needs: claim_appearances
-- kept: {"size": 24}
with most as (
    select claim_appearances.claim_id, count(distinct claim_appearances.utterance_key) as utterances
    from claim_appearances
    group by claim_appearances.claim_id
    order by count(distinct claim_appearances.outlet_id) desc, utterances desc, claim_appearances.claim_id
    limit :size
)
select
    claim_appearances.claim_id,
    claim_appearances.proposition,
    claim_appearances.claim_origin,
    claim_appearances.outlet_id,
    claim_appearances.outlet,
    claim_appearances.stance,
    count(distinct claim_appearances.utterance_key) as utterances,
    count(*) as mentions,
    count(distinct claim_appearances.root_article_id) as independent_articles
from most
join claim_appearances on claim_appearances.claim_id = most.claim_id
group by claim_appearances.claim_id, claim_appearances.outlet_id, claim_appearances.stance
order by most.utterances desc, claim_appearances.claim_id, claim_appearances.outlet, claim_appearances.stance
