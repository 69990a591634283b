-- title: Relays of a claim
-- description: By which steps it reached each article: who spoke for whom, who told and reported it, who copied that.
-- needs: relays
select
    relays.step,
    relays.from_name,
    relays.relation,
    relays.to_name,
    relays.article_id,
    relays.attribution_id,
    relays.happened_on
from relays
where relays.claim_id = :id
order by
    relays.happened_on is null,
    relays.happened_on,
    relays.attribution_id,
    relays.step,
    relays.article_id
limit 200
