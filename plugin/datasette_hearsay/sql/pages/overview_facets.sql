-- title: Questions on which the accounts differ
-- description: The questions with the most different answers, with every answer; kinds of difference stay apart.
-- needs: discrepancies
select
    discrepancies.facet_id,
    discrepancies.question,
    discrepancies.unit,
    discrepancies.value,
    discrepancies.qualifier,
    discrepancies.difference,
    discrepancies.words,
    discrepancies.note,
    discrepancies.attribution_id,
    discrepancies.account_id,
    discrepancies.article_id,
    discrepancies.article_title,
    discrepancies.outlet,
    discrepancies.root_article_id,
    discrepancies.start,
    discrepancies.values_in_facet
from discrepancies
where discrepancies.values_in_facet > 1
    or discrepancies.difference is not null
order by discrepancies.values_in_facet desc, discrepancies.facet_id, discrepancies.low, discrepancies.value
limit :size
