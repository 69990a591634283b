-- title: How two articles descend
-- description: Whether one of the two was copied from the other, and how that is known.
-- needs: copies
select
    copies.article_id,
    copies.copied_from_id,
    copies.kind,
    copies.direction,
    copies.coverage,
    copies.similarity,
    copies.basis,
    copies.method
from copies
where copies.article_id = :article
    and copies.copied_from_id = :other
union all
select
    copies.article_id,
    copies.copied_from_id,
    copies.kind,
    copies.direction,
    copies.coverage,
    copies.similarity,
    copies.basis,
    copies.method
from copies
where copies.article_id = :other
    and copies.copied_from_id = :article
