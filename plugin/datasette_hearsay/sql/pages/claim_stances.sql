-- title: Stands on a claim
-- description: How many utterances assert, deny, question or withhold it, in how many articles and independent articles.
-- needs: claim_appearances
select
    claim_appearances.stance,
    count(distinct claim_appearances.utterance_key) as utterances,
    count(*) as mentions,
    count(distinct claim_appearances.article_id) as articles,
    count(distinct claim_appearances.root_article_id) as independent_articles
from claim_appearances
where claim_appearances.claim_id = :id
group by claim_appearances.stance
