-- title: Where each claim came first
-- description: The first assertion of each claim, as far as the dates tell; ties counts the other assertions
--   that may be as early. A claim put together by the machine is marked by claim_origin = proposed. Leave the
--   box empty for every claim.
-- needs: first_appearances
-- chart: {"mark": "circle", "x_column": "happened_on", "x_type": "temporal", "y_column": "proposition",
--   "y_type": "nominal", "color_column": "outlet"}
-- param claim: which claim, as its id or a part of its wording |
select
    earliest.proposition,
    earliest.speaker,
    earliest.outlet,
    earliest.happened_on,
    earliest.date_basis,
    earliest.ties,
    earliest.utterances,
    earliest.mentions,
    earliest.independent_articles,
    earliest.claim_origin,
    earliest.claim_id,
    earliest.attribution_id,
    earliest.article_id
from (
    select *
    from first_appearances
    where :claim = ''
        or first_appearances.claim_id = :claim
        or first_appearances.proposition like '%' || :claim || '%'
    -- No page shows more rows than this, and each costs a look at all that was said about its claim.
    limit 1000
) as earliest
order by
    earliest.happened_on is null,
    earliest.happened_on,
    earliest.claim_id
