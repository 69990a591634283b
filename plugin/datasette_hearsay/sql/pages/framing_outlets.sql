-- title: Outlets that report a framing
-- description: In how many utterances the texts of each outlet report it, and how many of those in their own voice.
-- needs: framings_by_outlet
-- kept: {}
-- kept for each: select framings.slug as id from framings limit 200
select
    framings_by_outlet.outlet_id,
    ifnull(framings_by_outlet.outlet, 'outlet not known') as outlet,
    framings_by_outlet.utterances,
    framings_by_outlet.mentions,
    framings_by_outlet.independent_articles,
    framings_by_outlet.in_own_voice
from framings_by_outlet
where framings_by_outlet.framing = :id
order by framings_by_outlet.utterances desc, outlet
limit 40
