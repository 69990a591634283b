-- title: Which outlet carries which claim
-- description: For each claim and outlet, how often it is asserted, denied, questioned or withheld.
--   utterances counts what was said once, however often it is repeated; a claim that is missing for an outlet
--   was not found there. Leave the box empty for every claim.
-- needs: claim_appearances
-- chart: {"mark": "bar", "x_column": "outlet", "x_type": "ordinal", "y_column": "utterances", "y_type":
--   "quantitative", "color_column": "stance"}
-- param claim: which claim, as its id or a part of its wording |
select
    claim_appearances.proposition,
    ifnull(claim_appearances.outlet, 'outlet unknown') as outlet,
    claim_appearances.stance,
    count(distinct claim_appearances.utterance_key) as utterances,
    count(*) as mentions,
    count(distinct claim_appearances.root_article_id) as independent_articles,
    claim_appearances.claim_origin,
    claim_appearances.claim_id
from claim_appearances
where :claim = ''
    or claim_appearances.claim_id = :claim
    or claim_appearances.proposition like '%' || :claim || '%'
group by
    claim_appearances.claim_id,
    claim_appearances.outlet_id,
    claim_appearances.stance
order by
    claim_appearances.claim_id,
    outlet,
    claim_appearances.stance
