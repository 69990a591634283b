-- title: What a copy changed
-- description: Each change of wording between an article and what it was copied from: numbers, names,
--   negations, hedges, quotations. The words stand here where the texts are in this file; place counts the
--   characters before it in the copy, or in the original where the copy has nothing. Leave the box empty for
--   every copy.
-- needs: changed_wording
-- chart: {"mark": "circle", "x_column": "place", "x_type": "quantitative", "y_column": "kind", "y_type":
--   "nominal", "color_column": "article_title"}
-- param article: which article, as an id or a part of its title |
select
    changed_wording.kind,
    changed_wording.words,
    changed_wording.copied_words,
    changed_wording.why,
    ifnull(changed_wording.start, changed_wording.copied_start) as place,
    changed_wording.similarity,
    changed_wording.article_title,
    changed_wording.copied_from_title,
    changed_wording.method,
    changed_wording.article_id,
    changed_wording.copied_from_id
from changed_wording
where changed_wording.kind <> 'same'
    and (
        :article = ''
        or changed_wording.article_id = :article
        or changed_wording.article_title like '%' || :article || '%'
    )
order by
    changed_wording.article_id,
    ifnull(changed_wording.start, changed_wording.copied_start),
    changed_wording.id
