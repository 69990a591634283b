-- title: Questions on which the accounts differ
-- description: The questions to show first, with every answer: those with a conflict that a person named, that can be taken in
--   at a glance, with most answers; and the questions that a translation got wrong. conflicts and mistaken count all there are.
-- needs: discrepancies
-- kept: {"readable": 6, "shown": 4}
with told as (
    select
        discrepancies.*,
        discrepancies.difference is null or discrepancies.difference = 'conflict' as genuine
    from discrepancies
),
questions as (
    select
        told.facet_id,
        max(told.values_in_facet) as "values",
        max(told.difference is 'conflict') as named,
        count(distinct iif(told.genuine, told.value, null)) as answers,
        max(told.difference is 'translation-error') as wrong
    from told
    group by told.facet_id
),
placed as (
    select
        questions.facet_id,
        questions."values",
        iif(
            questions.answers > 1,
            row_number() over (
                order by
                    questions.answers > 1 desc,
                    questions.named desc,
                    questions.answers > :readable,
                    questions.answers desc,
                    questions.facet_id
            ),
            null
        ) as place,
        iif(
            questions.wrong,
            row_number() over (order by questions.wrong desc, questions."values" desc, questions.facet_id),
            null
        ) as wrong_place,
        sum(questions.answers > 1) over () as conflicts,
        sum(questions.wrong) over () as mistaken
    from questions
)
select
    told.facet_id,
    told.question,
    told.unit,
    told.value,
    told.qualifier,
    told.difference,
    told.words,
    told.note,
    told.attribution_id,
    told.account_id,
    told.article_id,
    told.article_title,
    told.outlet,
    told.root_article_id,
    told.start,
    told.values_in_facet,
    placed.conflicts,
    placed.mistaken
from placed
join told on told.facet_id = placed.facet_id
where (placed.place <= :shown and told.genuine)
    or (placed.wrong_place <= :shown and told.difference = 'translation-error')
order by placed.place is null, placed.place, placed."values" desc, told.facet_id, told.low, told.value
