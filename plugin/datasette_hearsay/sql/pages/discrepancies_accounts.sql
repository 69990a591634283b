-- title: Answers to questions
-- description: Every article's answer to each of the questions in :ids (a JSON array).
-- needs: discrepancies, accounts
with counted as (
    -- Once for each question: the view would count for each answer.
    select accounts.facet_id, count(distinct accounts.value) as answers
    from accounts
    where accounts.facet_id in (select value from json_each(:ids))
    group by accounts.facet_id
)
select
    discrepancies.facet_id,
    discrepancies.question,
    discrepancies.unit,
    discrepancies.article_id,
    discrepancies.article_title,
    discrepancies.outlet,
    discrepancies.root_article_id,
    discrepancies.value,
    discrepancies.low,
    discrepancies.high,
    discrepancies.qualifier,
    discrepancies.difference,
    discrepancies.words,
    discrepancies.attribution_id,
    discrepancies.account_id,
    discrepancies.start,
    discrepancies."end",
    discrepancies.decided_by,
    discrepancies.note,
    counted.answers as values_in_facet
from discrepancies
join counted on counted.facet_id = discrepancies.facet_id
where discrepancies.facet_id in (select value from json_each(:ids))
order by discrepancies.facet_id, discrepancies.low, discrepancies.value, discrepancies.article_id
limit 5000
