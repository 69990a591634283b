-- title: Acts
-- description: What kind of things somebody is reported to have said, and how often.
-- needs: statements
-- chart: {"mark": "bar", "x_column": "utterances", "x_type": "quantitative", "y_column": "act", "y_type": "nominal"}
-- param actor_id: Actor | ilva-torrent
-- param limit: Rows at most | 500
select
    statements.speaker_id,
    statements.act,
    statements.polarity,
    count(distinct statements.utterance_key) as utterances,
    count(*) as mentions,
    count(distinct statements.root_article_id) as independent_articles
from statements
where statements.speaker_id = :actor_id
group by statements.act, statements.polarity
order by utterances desc, statements.act
limit :limit
