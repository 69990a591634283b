-- title: One article
-- description: One article by its id: whose it is taken to be, in which words, and its text where that is at hand.
-- needs: articles, article_basis
select
    articles.id,
    articles.title,
    articles.url as article_web,
    articles.byline,
    articles.published_on,
    articles.published_on_basis,
    articles.language,
    articles.wording,
    substr(articles.text, 1, :longest) as text,
    length(articles.text) as text_length,
    articles.text_sha256,
    articles.source_sha256,
    articles.supersedes,
    articles.note,
    article_basis.publisher_id,
    article_basis.publisher,
    article_basis.origin_outlet_id,
    article_basis.origin_outlet,
    article_basis.origin_basis,
    article_basis.translation,
    article_basis.root_article_id,
    article_basis.statements as statements_total,
    article_basis.reviewed
from articles
join article_basis on article_basis.id = articles.id
where articles.id = :id
