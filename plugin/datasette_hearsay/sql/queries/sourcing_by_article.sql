-- title: How transparent each article’s sourcing is
-- description: For each article, how many of its statements come from named, collective or anonymous sources,
--   from documents, from nobody in particular, or are the article’s own voice. Leave the box empty for every
--   article.
-- needs: sourcing
-- chart: {"mark": "bar", "x_column": "article_title", "x_type": "ordinal", "y_column": "statements",
--   "y_type": "quantitative", "color_column": "kind"}
-- param article: which article, as an id or a part of its title |
with kinds (place, kind) as (
    values
        (1, 'named'),
        (2, 'document'),
        (3, 'collective'),
        (4, 'anonymous'),
        (5, 'nobody named'),
        (6, 'the article itself')
),
counted as (
    select
        sourcing.article_title,
        sourcing.outlet,
        kinds.place,
        kinds.kind,
        case kinds.place
            when 1 then sourcing.named
            when 2 then sourcing.documents
            when 3 then sourcing.collective
            when 4 then sourcing.anonymous
            when 5 then sourcing.none_given
            when 6 then sourcing.author_voice
        end as statements,
        sourcing.statements as all_statements,
        sourcing.article_id
    from sourcing
    cross join kinds
)
select
    counted.article_title,
    counted.outlet,
    counted.kind,
    counted.statements,
    round(1.0 * counted.statements / nullif(counted.all_statements, 0), 3) as share,
    counted.article_id
from counted
where (
    :article = ''
    or counted.article_id = :article
    or counted.article_title like '%' || :article || '%'
)
order by
    counted.article_title,
    counted.article_id,
    counted.place
