-- title: Descent of an article
-- description: What the article was copied from, and what was copied from it.
-- needs: copies, articles, wording_changes
select
    'from' as direction_of,
    copies.copied_from_id as article_id,
    articles.title,
    copies.kind,
    copies.direction,
    copies.basis,
    copies.method,
    copies.coverage,
    copies.similarity,
    (
        select count(*)
        from wording_changes
        where wording_changes.article_id = copies.article_id
            and wording_changes.copied_from_id = copies.copied_from_id
            and wording_changes.kind <> 'same'
    ) as changes
from copies
join articles on articles.id = copies.copied_from_id
where copies.article_id = :id
union all
select
    'to',
    copies.article_id,
    articles.title,
    copies.kind,
    copies.direction,
    copies.basis,
    copies.method,
    copies.coverage,
    copies.similarity,
    (
        select count(*)
        from wording_changes
        where wording_changes.article_id = copies.article_id
            and wording_changes.copied_from_id = copies.copied_from_id
            and wording_changes.kind <> 'same'
    )
from copies
join articles on articles.id = copies.article_id
where copies.copied_from_id = :id
limit 100
