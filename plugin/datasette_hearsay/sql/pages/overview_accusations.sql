-- title: Accusations
-- description: Who accuses, insinuates against or threatens whom: one row for each utterance, with how many articles
--   repeat it, each copy counted with what it was copied from. The article's own voice comes after its speakers.
-- needs: blame
-- kept: {"size": 13}
select
    blame.accuser_id,
    blame.accuser,
    blame.accuser_kind,
    blame.voice,
    blame.act,
    blame.target_id,
    blame.target,
    blame.claim_id,
    blame.proposition,
    blame.attribution_id as first_id,
    -- The row that is shown is the one of the least of these: an original before its copies.
    min((blame.article_id <> blame.root_article_id) || ' ' || blame.attribution_id) as least,
    blame.utterance_key,
    count(*) as mentions,
    count(distinct blame.root_article_id) as independent_articles
from blame
group by blame.utterance_key
order by
    blame.voice = 'author',
    count(distinct blame.root_article_id) desc,
    blame.accuser_kind is 'anonymous',
    blame.accuser,
    blame.utterance_key
limit :size
