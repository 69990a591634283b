-- title: Accusations by and against an actor
-- description: Whom somebody accuses, and who accuses them: one row for each utterance, that of an original before those
--   of its copies; at most :size in each direction, with how many there are.
-- needs: statements
with found as (
    select
        'by' as direction,
        statements.fts_pk,
        min((statements.article_id <> statements.root_article_id) || ' ' || statements.id) as least
    from statements
    where statements.speaker_id = :id
        and statements.polarity = 'positive'
        and statements.act in ('accuse', 'insinuate', 'threaten')
    group by statements.utterance_key
    union all
    select
        'against',
        statements.fts_pk,
        min((statements.article_id <> statements.root_article_id) || ' ' || statements.id)
    from statements
    where statements.target_id = :id
        and statements.polarity = 'positive'
        and statements.act in ('accuse', 'insinuate', 'threaten')
    group by statements.utterance_key
),
placed as (
    select
        found.direction,
        found.fts_pk,
        row_number() over (partition by found.direction order by found.fts_pk) as place,
        count(*) over (partition by found.direction) as utterances
    from found
)
select
    placed.direction,
    placed.utterances as in_this_direction,
    statements.*
from placed
join statements on statements.fts_pk = placed.fts_pk
where placed.place <= :size
order by placed.direction desc, placed.place
