-- title: Sourcing
-- description: How many statements of each article have which kind of source.
-- needs: sourcing
-- kept: {"limit": 500}
-- chart: {"mark": "bar", "x_column": "statements", "x_type": "quantitative", "y_column": "article_title", "y_type": "nominal"}
-- param limit: Rows at most | 500
with largest as (
    select *
    from sourcing
    where sourcing.statements > 0
    order by sourcing.statements desc, sourcing.article_id
    limit 12
)
select article_id, article_title, ifnull(outlet, 'outlet not known') as outlet, 'named' as kind, named as statements
from largest
where named > 0
union all
select article_id, article_title, ifnull(outlet, 'outlet not known'), 'collective', collective
from largest
where collective > 0
union all
select article_id, article_title, ifnull(outlet, 'outlet not known'), 'anonymous', anonymous
from largest
where anonymous > 0
union all
select article_id, article_title, ifnull(outlet, 'outlet not known'), 'document', documents
from largest
where documents > 0
union all
select article_id, article_title, ifnull(outlet, 'outlet not known'), 'the article’s own voice', author_voice
from largest
where author_voice > 0
union all
select article_id, article_title, ifnull(outlet, 'outlet not known'), 'none given', none_given
from largest
where none_given > 0
order by article_id
limit :limit
