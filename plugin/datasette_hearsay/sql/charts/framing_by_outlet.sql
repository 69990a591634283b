-- title: Who reports a framing
-- description: In how many utterances the texts of each outlet report a framing, those in the text's own voice apart.
-- needs: framings_by_outlet
-- kept: {"limit": 500}
-- kept for each: select framings.slug as framing from framings limit 200
-- chart: {"mark": "bar", "x_column": "utterances", "x_type": "quantitative", "y_column": "outlet", "y_type": "nominal"}
-- param framing: Framing | self-staged
-- param limit: Rows at most | 500
with reported as (
    select
        framings_by_outlet.framing,
        framings_by_outlet.outlet_id,
        ifnull(framings_by_outlet.outlet, 'outlet not known') as outlet,
        framings_by_outlet.utterances,
        framings_by_outlet.mentions,
        framings_by_outlet.in_own_voice
    from framings_by_outlet
    where framings_by_outlet.framing = :framing
    order by framings_by_outlet.utterances desc, outlet
    limit 40
)
select framing, outlet_id, outlet, 'in somebody’s mouth' as voice, utterances - in_own_voice as utterances, mentions
from reported
where utterances > in_own_voice
union all
select framing, outlet_id, outlet, 'in its own voice', in_own_voice, mentions
from reported
where in_own_voice > 0
order by outlet, voice desc
limit :limit
