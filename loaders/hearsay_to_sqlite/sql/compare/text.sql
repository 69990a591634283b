select
    articles.id,
    articles.text,
    _article_facts.published_on,
    _article_facts.byline,
    _article_facts.outlet,
    _article_facts.translated
from articles
join _article_facts on _article_facts.n = articles.n
where articles.n = ?
