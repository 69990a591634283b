-- what: supersedes leads back to the article itself
with recursive back (id, older_id) as (
    select id, supersedes
    from articles
    where supersedes is not null
    union
    select back.id, articles.supersedes
    from back
    join articles on articles.id = back.older_id
    where articles.supersedes is not null
)
select 'articles', id
from back
where id = older_id
order by id
