-- title: Answers to questions
-- description: Every article's answer to each of the questions in :ids (a JSON array).
-- needs: discrepancies
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
    discrepancies.values_in_facet
from discrepancies
where discrepancies.facet_id in (select value from json_each(:ids))
order by discrepancies.facet_id, discrepancies.low, discrepancies.value, discrepancies.article_id
limit 5000
