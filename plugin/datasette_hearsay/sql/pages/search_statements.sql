-- title: Statements found
-- description: Statements whose words, gist or speaker match, best match first. :all (a JSON array) are the words of :match. A word
--   that more than 1,000 statements hold does not tell which of them is meant, so only the others are weighed. Where more
--   than 1,000 match, to weigh them would mean to read them all: the first of them are given in the order of the file.
--   :act and :speaker_id narrow what is given, unless they are empty; found_acts and found_speakers count the statements
--   found (of the first 1,001), narrowed or not, by what they may be narrowed to; no unnamed source is added up.
-- needs: statements, statements_fts, actors
with found as (
    select statements_fts.rowid as n
    from statements_fts
    where statements_fts match :match
    limit 1001
),
telling as (
    select group_concat(asked.value, ' AND ') as words
    from json_each(:all) as asked
    where (
            select count(*)
            from (
                select 1
                from statements_fts
                where statements_fts match asked.value
                limit 1001
            )
        ) <= 1000
),
weights as (
    select statements_fts.rowid as n, statements_fts.rank as weight
    from telling
    -- "cross join" keeps to this order, so that nothing is weighed in vain.
    cross join statements_fts
    where (select count(*) from found) <= 1000
        and telling.words is not null
        and statements_fts match telling.words
),
scored as (
    -- Put together by grouping, because neither has an index for a join.
    select either.n, min(either.weight) as weight
    from (
        select found.n, 0 as weight, 1 as matches
        from found
        union all
        select weights.n, weights.weight, 0
        from weights
    ) as either
    group by either.n
    having max(either.matches) = 1
),
held as (
    select scored.n, scored.weight, statements.act, statements.speaker_id
    from scored
    -- What was withdrawn has no place: a page has as many as it asks for, and the next goes on after them.
    cross join statements
    where statements.fts_pk = scored.n
),
best as (
    select held.n, held.weight
    from held
    where :act in ('', held.act)
        and :speaker_id in ('', held.speaker_id)
    order by held.weight, held.n
    limit :size offset :after
),
acts as (
    select held.act, count(*) as statements
    from held
    group by held.act
),
speakers as (
    select held.speaker_id, actors.name, count(*) as statements
    from held
    join actors on actors.id = held.speaker_id
        and actors.kind <> 'anonymous'
    group by held.speaker_id
    order by count(*) desc, held.speaker_id
    limit 8
)
select
    statements.*,
    (
        select json_group_array(json_object('value', acts.act, 'label', acts.act, 'statements', acts.statements))
        from acts
    ) as found_acts,
    (
        select json_group_array(
            json_object('value', speakers.speaker_id, 'label', speakers.name, 'statements', speakers.statements)
        )
        from speakers
    ) as found_speakers
from best
join statements on statements.fts_pk = best.n
order by best.weight, best.n
