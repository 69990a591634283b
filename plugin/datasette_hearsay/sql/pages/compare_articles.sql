-- title: Two articles
-- description: The two articles to be put side by side.
-- needs: article_basis
select
    article_basis.id,
    article_basis.title,
    article_basis.publisher,
    article_basis.origin_outlet,
    article_basis.published_on,
    article_basis.language,
    article_basis.translation,
    article_basis.wording,
    article_basis.text_at_hand,
    article_basis.statements
from article_basis
where article_basis.id in (:article, :other)
