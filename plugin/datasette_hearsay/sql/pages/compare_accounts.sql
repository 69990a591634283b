-- title: Answers of two articles
-- description: What each of the two answers to the questions on which the accounts differ.
-- needs: discrepancies
select
    discrepancies.facet_id,
    discrepancies.question,
    discrepancies.unit,
    discrepancies.article_id,
    discrepancies.value,
    discrepancies.qualifier,
    discrepancies.difference,
    discrepancies.attribution_id,
    discrepancies.note
from discrepancies
where discrepancies.article_id in (:article, :other)
order by discrepancies.question, discrepancies.facet_id
limit 400
