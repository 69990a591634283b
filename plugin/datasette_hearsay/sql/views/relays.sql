-- title: Relays of claims
-- description: One row for each step by which a claim reached an article of this file: who said it, who passed it on,
--   which outlet reported it, which copied that. step counts from the speaker. Steps that nobody recorded are not
--   there; happened_on is the day of the step, if known.
-- needs: claim_appearances, statements, attributions, attribution_actors, actors, copies, articles, outlets
select
    claim_appearances.claim_id,
    claim_appearances.attribution_id,
    1 as step,
    spoken_for.name as from_name,
    'spoken for by' as relation,
    claim_appearances.speaker as to_name,
    claim_appearances.article_id,
    claim_appearances.said_on as happened_on
from claim_appearances
join attribution_actors on attribution_actors.attribution_id = claim_appearances.attribution_id
    and attribution_actors.part = 'on-behalf-of'
join actors as spoken_for on spoken_for.id = attribution_actors.actor_id
union all
select
    claim_appearances.claim_id,
    claim_appearances.attribution_id,
    2,
    claim_appearances.speaker,
    'quoted by',
    quoting.speaker,
    claim_appearances.article_id,
    quoting.said_on
from claim_appearances
join attributions on attributions.id = claim_appearances.attribution_id
join statements as quoting on quoting.id = attributions.nested_in
union all
select
    claim_appearances.claim_id,
    claim_appearances.attribution_id,
    3,
    claim_appearances.speaker,
    'told to',
    statements.via,
    claim_appearances.article_id,
    claim_appearances.said_on
from claim_appearances
join statements on statements.id = claim_appearances.attribution_id
where statements.via is not null
union all
select
    claim_appearances.claim_id,
    claim_appearances.attribution_id,
    4,
    coalesce(statements.via, claim_appearances.speaker),
    'reported by',
    coalesce(origins.name, publishers.name, articles.title),
    coalesce(originals.id, articles.id),
    coalesce(originals.published_on, articles.published_on)
from claim_appearances
join statements on statements.id = claim_appearances.attribution_id
join articles on articles.id = claim_appearances.article_id
left join articles as originals on originals.id = claim_appearances.root_article_id
left join outlets as origins on origins.id = coalesce(originals.origin_outlet_id, originals.publisher_id)
left join outlets as publishers on publishers.id = articles.publisher_id
union all
select
    claim_appearances.claim_id,
    claim_appearances.attribution_id,
    5,
    coalesce(origins.name, originals.title),
    iif(copies.direction = 'known', 'copied by', 'shares its text with'),
    coalesce(publishers.name, articles.title),
    articles.id,
    articles.published_on
from claim_appearances
join copies on copies.article_id = claim_appearances.article_id
join articles on articles.id = copies.article_id
join articles as originals on originals.id = copies.copied_from_id
left join outlets as origins on origins.id = coalesce(originals.origin_outlet_id, originals.publisher_id)
left join outlets as publishers on publishers.id = articles.publisher_id
