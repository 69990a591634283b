-- title: Where each claim came first
-- description: The first assertion of each claim, as far as the dates tell; ties counts the other assertions
--   that may be as early. A claim put together by the machine is marked by claim_origin = proposed. Leave the
--   box empty for every claim.
-- needs: first_appearances
-- chart: {"mark": "circle", "x_column": "happened_on", "x_type": "temporal", "y_column": "proposition",
--   "y_type": "nominal", "color_column": "outlet"}
-- param claim: which claim, as its id or a part of its wording |
select
    first_appearances.proposition,
    first_appearances.speaker,
    first_appearances.outlet,
    first_appearances.happened_on,
    first_appearances.date_basis,
    first_appearances.ties,
    first_appearances.utterances,
    first_appearances.mentions,
    first_appearances.independent_articles,
    first_appearances.claim_origin,
    first_appearances.claim_id,
    first_appearances.attribution_id,
    first_appearances.article_id
from first_appearances
where :claim = ''
    or first_appearances.claim_id = :claim
    or first_appearances.proposition like '%' || :claim || '%'
order by
    first_appearances.happened_on is null,
    first_appearances.happened_on,
    first_appearances.claim_id
