-- title: Sources of an article
-- description: How many of an article's statements have which kind of source and of quotation.
-- needs: statements
-- chart: {"mark": "bar", "x_column": "statements", "x_type": "quantitative", "y_column": "source_kind", "y_type": "nominal"}
-- param article_id: Article | fire
-- param limit: Rows at most | 500
select
    statements.article_id,
    statements.source_kind,
    statements.quote_type,
    count(*) as statements
from statements
where statements.article_id = :article_id
group by statements.source_kind, statements.quote_type
order by statements.source_kind, statements.quote_type
limit :limit
