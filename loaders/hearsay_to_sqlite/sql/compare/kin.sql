-- The articles that one may derive from, but for those on which a person decided.
select
    _pairs.copied_from_id,
    _pairs.kind,
    _pairs.direction,
    _pairs.coverage,
    _pairs.similarity,
    _pairs.basis,
    _pairs.taken,
    articles.published_on,
    _pairs.aligned,
    _pairs.wanted
from _pairs
join articles on articles.id = _pairs.copied_from_id
where _pairs.article_id = ?1
    and not exists (
        select 1
        from copies
        where copies.method = 'curated'
            and copies.article_id in (_pairs.article_id, _pairs.copied_from_id)
            and copies.copied_from_id in (_pairs.article_id, _pairs.copied_from_id)
    )
    and not exists (
        select 1
        from not_copies
        where not_copies.article_id in (_pairs.article_id, _pairs.copied_from_id)
            and not_copies.copied_from_id in (_pairs.article_id, _pairs.copied_from_id)
    )
