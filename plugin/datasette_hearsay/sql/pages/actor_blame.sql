-- title: Accusations by and against an actor
-- description: Whom somebody accuses, and who accuses them: one row for each utterance, that of an
--   original before those of its copies.
-- needs: statements
select
    'by' as direction,
    min((statements.article_id <> statements.root_article_id) || ' ' || statements.id) as least,
    statements.*
from statements
where statements.speaker_id = :id
    and statements.polarity = 'positive'
    and statements.act in ('accuse', 'insinuate', 'threaten')
group by statements.utterance_key
union all
select
    'against' as direction,
    min((statements.article_id <> statements.root_article_id) || ' ' || statements.id) as least,
    statements.*
from statements
where statements.target_id = :id
    and statements.polarity = 'positive'
    and statements.act in ('accuse', 'insinuate', 'threaten')
group by statements.utterance_key
limit 120
