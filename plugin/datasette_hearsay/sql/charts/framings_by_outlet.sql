-- title: Framings by outlet
-- description: How many utterances that serve each framing are reported in texts by each outlet; the outlets with most, at
--   most eight, because more colours cannot be told apart.
-- needs: framings_by_outlet
-- kept: {"limit": 500}
-- chart: {"mark": "bar", "x_column": "utterances", "x_type": "quantitative", "y_column": "framing_name", "y_type": "nominal"}
-- param limit: Rows at most | 500
with widest as (
    select framings_by_outlet.outlet_id
    from framings_by_outlet
    group by framings_by_outlet.outlet_id
    order by sum(framings_by_outlet.utterances) desc, framings_by_outlet.outlet_id
    limit 8
)
select
    framings_by_outlet.framing,
    framings_by_outlet.framing_name,
    ifnull(framings_by_outlet.outlet, 'outlet not known') as outlet,
    framings_by_outlet.outlet_id,
    framings_by_outlet.utterances,
    framings_by_outlet.mentions,
    framings_by_outlet.independent_articles
from framings_by_outlet
join widest on widest.outlet_id is framings_by_outlet.outlet_id
order by framings_by_outlet.framing_name, outlet
limit :limit
