-- title: Each question, answered article by article
-- description: Every answer that an article gives to a question on which the accounts differ, with the words
--   behind it and the kind of difference. An article that is missing here does not say. Leave the box empty
--   for every question.
-- needs: discrepancies
-- chart: {"mark": "circle", "x_column": "article_title", "x_type": "ordinal", "y_column": "question", "y_type":
--   "nominal", "color_column": "difference"}
-- param facet: which question, as its id or a part of its wording |
select
    discrepancies.question,
    discrepancies.article_title,
    discrepancies.value,
    discrepancies.low,
    discrepancies.high,
    discrepancies.unit,
    discrepancies.qualifier,
    discrepancies.difference,
    discrepancies.words,
    discrepancies.outlet,
    discrepancies.note,
    discrepancies.values_in_facet,
    discrepancies.facet_id,
    discrepancies.attribution_id,
    discrepancies.article_id
from discrepancies
where :facet = ''
    or discrepancies.facet_id = :facet
    or discrepancies.question like '%' || :facet || '%'
order by
    discrepancies.facet_id,
    discrepancies.article_title,
    discrepancies.account_id
