-- title: Acts of an actor
-- description: What kind of things somebody is reported to have said, and how often: utterances, mentions, independent
--   articles.
-- needs: statements
select
    statements.act,
    statements.polarity,
    count(distinct statements.utterance_key) as utterances,
    count(*) as mentions,
    count(distinct statements.root_article_id) as independent_articles
from statements
where statements.speaker_id = :id
group by statements.act, statements.polarity
order by utterances desc, statements.act
