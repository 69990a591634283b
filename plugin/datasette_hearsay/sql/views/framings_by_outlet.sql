-- title: Framings by outlet
-- description: How often each story is told in each outlet: statements that assert a claim which somebody
--   tagged with the framing. in_own_voice counts those that the article makes itself. An outlet that reports
--   a framing need not share it.
-- needs: framings, claim_framings, claim_appearances
select
    framings.slug as framing,
    framings.name as framing_name,
    claim_appearances.outlet_id,
    claim_appearances.outlet,
    count(distinct claim_appearances.attribution_id) as mentions,
    count(distinct claim_appearances.utterance_key) as utterances,
    count(distinct claim_appearances.root_article_id) as independent_articles,
    count(
        distinct iif(claim_appearances.source_kind = 'author', claim_appearances.attribution_id, null)
    ) as in_own_voice
from framings
-- Few claims have a framing, and "cross join" keeps SQLite from beginning with the many that have none.
cross join claim_framings on claim_framings.framing = framings.slug
    and claim_framings.status <> 'withdrawn'
cross join claim_appearances on claim_appearances.claim_id = claim_framings.claim_id
    and claim_appearances.stance = 'asserts'
group by framings.slug, claim_appearances.outlet_id
