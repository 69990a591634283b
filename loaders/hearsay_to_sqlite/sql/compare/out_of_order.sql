-- Whether something came or changed among the articles that were looked at already, so that all must be anew.
select exists (
    select 1
    from articles
    left join _compared on _compared.article_id = articles.id
    where articles.n <= (select max(n) from _compared)
        and articles.text is not null
        and (_compared.n is not articles.n or _compared.text_sha256 is not articles.text_sha256)
)
or exists (
    select 1
    from _compared
    left join articles on articles.id = _compared.article_id
    where articles.text is null
)
