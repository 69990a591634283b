-- title: Articles found
-- description: Articles whose title, byline or text match, best match first (of the first 1,000), with the words round the best
--   place. :all (a JSON array) are the words of :match; those that more than 1,000 articles hold are not weighed.
-- needs: articles, articles_fts
with found as (
    select articles_fts.rowid as n
    from articles_fts
    where articles_fts match :match
    limit 1000
),
telling as (
    select group_concat(asked.value, ' AND ') as words
    from json_each(:all) as asked
    where (
            select count(*)
            from (
                select 1
                from articles_fts
                where articles_fts match asked.value
                limit 1001
            )
        ) <= 1000
),
weights as (
    select articles_fts.rowid as n, articles_fts.rank as weight
    from telling
    cross join articles_fts
    where telling.words is not null
        and articles_fts match telling.words
),
scored as (
    -- Put together by grouping, because neither has an index for a join.
    select either.n, min(either.weight) as weight
    from (
        select found.n, 0 as weight, 1 as matches
        from found
        union all
        select weights.n, weights.weight, 0
        from weights
    ) as either
    group by either.n
    having max(either.matches) = 1
),
best as (
    select scored.n, scored.weight
    from scored
    order by scored.weight, scored.n
    limit :size
)
select
    articles.id as article_id,
    articles.title,
    articles.published_on,
    snippet(articles_fts, 2, char(57344), char(57345), '…', 24) as snippet
from best
-- The snippet needs the search itself, once more, for these few only.
join articles_fts on articles_fts.rowid = best.n
    and articles_fts match :match
join articles on articles.n = best.n
order by best.weight, best.n
