-- The next articles with a text that were not looked at yet.
select
    articles.n,
    articles.id,
    articles.text,
    articles.text_sha256,
    _article_facts.known
from articles
join _article_facts on _article_facts.n = articles.n
where articles.text is not null
    and articles.n > :after
order by articles.n
limit 100
