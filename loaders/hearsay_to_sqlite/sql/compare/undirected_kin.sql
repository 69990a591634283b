-- The articles of which nobody knows whether one derives from them or they from it, and which side of a pair it is on.
select
    _pairs.copied_from_id as other_id,
    _pairs.taken * _pairs.similarity as share,
    articles.published_on,
    _pairs.aligned,
    0 as side
from _pairs
join articles on articles.id = _pairs.copied_from_id
where _pairs.article_id = :name
    and _pairs.direction = 'unknown'
    and not exists (
        select 1
        from not_copies
        where not_copies.article_id in (_pairs.article_id, _pairs.copied_from_id)
            and not_copies.copied_from_id in (_pairs.article_id, _pairs.copied_from_id)
    )
union all
select
    _pairs.article_id,
    _pairs.kept * _pairs.similarity,
    articles.published_on,
    _pairs.aligned,
    1
from _pairs
join articles on articles.id = _pairs.article_id
where _pairs.copied_from_id = :name
    and _pairs.direction = 'unknown'
    and not exists (
        select 1
        from not_copies
        where not_copies.article_id in (_pairs.article_id, _pairs.copied_from_id)
            and not_copies.copied_from_id in (_pairs.article_id, _pairs.copied_from_id)
    )
limit :most
