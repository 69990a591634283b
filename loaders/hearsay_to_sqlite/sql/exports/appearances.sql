-- The articles in which a claim is asserted, each once, and the first one first.
select
    articles.id,
    articles.title,
    articles.url,
    articles.published_on,
    claim_appearances.outlet,
    max(claim_appearances.attribution_id is :first) as is_first
from claim_appearances
join articles on articles.id = claim_appearances.article_id
where claim_appearances.claim_id = :claim
    and claim_appearances.stance = 'asserts'
group by articles.id
order by is_first desc, articles.n
