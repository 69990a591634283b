-- title: What this rests on
-- description: One row for each article: on whose site it stands, whose text it is taken to be and why,
--   through which translations it came, which other article it derives from, and how many of its statements a
--   person reviewed.
-- needs: articles, outlets, article_translations, copies, _article_roots, attributions
select
    articles.id,
    articles.title,
    publishers.name as publisher,
    origins.name as origin_outlet,
    articles.origin_basis,
    articles.published_on,
    (
        select group_concat(
            ifnull(steps.from_language, '?') || '→' || ifnull(steps.to_language, '?') || ' (' || steps."by" || ')',
            ', '
        )
        from (
            select *
            from article_translations
            where article_translations.article_id = articles.id
            order by article_translations.step
        ) as steps
    ) as translation,
    articles.wording,
    coalesce(_article_roots.root_id, articles.id) as root_article_id,
    (
        select copies.copied_from_id
        from copies
        where copies.article_id = articles.id
        order by copies.coverage desc, copies.copied_from_id
        limit 1
    ) as copied_from_id,
    (
        select copies.kind
        from copies
        where copies.article_id = articles.id
        order by copies.coverage desc, copies.copied_from_id
        limit 1
    ) as copy_kind,
    (
        select count(*)
        from attributions
        where attributions.article_id = articles.id
            and attributions.superseded_by is null
            and attributions.repeat_of is null
            and attributions.review_status <> 'withdrawn'
    ) as statements,
    (
        select count(*)
        from attributions
        where attributions.article_id = articles.id
            and attributions.superseded_by is null
            and attributions.repeat_of is null
            and attributions.review_status in ('reviewed', 'double-reviewed')
    ) as reviewed,
    articles.publisher_id,
    articles.origin_outlet_id,
    articles.language,
    articles.url,
    articles.text is not null as text_at_hand
from articles
left join outlets as publishers on publishers.id = articles.publisher_id
left join outlets as origins on origins.id = articles.origin_outlet_id
left join _article_roots on _article_roots.article_id = articles.id
