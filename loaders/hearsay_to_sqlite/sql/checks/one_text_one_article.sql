-- what: another article has the same text
select 'articles', articles.id
from articles
where exists (
    select 1
    from articles as others
    where others.text_sha256 = articles.text_sha256
        and others.n < articles.n
)
order by articles.id
