-- title: Articles of the case
-- description: The articles with what each rests on: those in a line of descent first, then the others.
-- needs: article_basis, copies
-- kept: {"size": 40}
select
    article_basis.id as article_id,
    article_basis.title,
    article_basis.publisher,
    article_basis.origin_outlet,
    article_basis.origin_basis,
    article_basis.published_on,
    article_basis.language,
    article_basis.translation,
    article_basis.wording,
    article_basis.root_article_id,
    article_basis.copied_from_id,
    article_basis.copy_kind,
    article_basis.statements,
    article_basis.reviewed
from article_basis
left join (
    select copies.article_id
    from copies
    union
    select copies.copied_from_id
    from copies
) as families on families.article_id = article_basis.id
order by
    families.article_id is null,
    -- Families together, so that the first of many are whole.
    iif(families.article_id is null, null, article_basis.root_article_id),
    article_basis.published_on is null,
    article_basis.published_on,
    article_basis.id
limit :size
