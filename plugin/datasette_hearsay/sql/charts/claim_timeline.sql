-- title: Appearances of a claim
-- description: When the claim is asserted, denied, questioned or withheld, by whom and where.
-- needs: statements, claim_attributions
-- chart: {"mark": "circle", "x_column": "happened_on", "x_type": "ordinal", "y_column": "outlet", "y_type": "nominal"}
-- param claim_id: Claim | attempt
-- param limit: Rows at most | 500
select
    coalesce(statements.said_on, statements.published_on) as day,
    iif(statements.said_on is null, iif(statements.published_on is null, 'not known', 'article appeared'), 'said')
        as day_is,
    claim_attributions.stance,
    statements.speaker,
    ifnull(statements.outlet, 'outlet not known') as outlet,
    statements.article_title,
    statements.id as attribution_id
from claim_attributions
join statements on statements.id = claim_attributions.attribution_id
where claim_attributions.claim_id = :claim_id
order by day is null, day, outlet, statements.fts_pk
limit :limit
