update _compared
set known = (select _article_facts.known from _article_facts where _article_facts.n = _compared.n)
where known <> (select _article_facts.known from _article_facts where _article_facts.n = _compared.n)
