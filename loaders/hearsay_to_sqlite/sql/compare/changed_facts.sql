-- The pairs of articles of which something is known now that was not when their direction was decided.
select articles.n, others.n
from _compared
join _article_facts on _article_facts.n = _compared.n
join articles on articles.n = _compared.n
join _pairs on _pairs.article_id = articles.id or _pairs.copied_from_id = articles.id
join articles as others on others.id in (_pairs.article_id, _pairs.copied_from_id) and others.n <> articles.n
where _compared.known <> _article_facts.known
