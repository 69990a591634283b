-- title: Answers in an article
-- description: On which questions the accounts differ, and what this article answers.
-- needs: discrepancies
select
    discrepancies.facet_id,
    discrepancies.question,
    discrepancies.unit,
    discrepancies.value,
    discrepancies.qualifier,
    discrepancies.difference,
    discrepancies.attribution_id,
    discrepancies.values_in_facet,
    discrepancies.note
from discrepancies
where discrepancies.article_id = :id
order by discrepancies.question
limit 200
