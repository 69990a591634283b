with recursive versions (id, step) as (
    select id, 0
    from articles
    where id = :id
    union
    select articles.id, versions.step + 1
    from versions
    join articles on articles.supersedes = versions.id
)
select id
from versions
order by step desc, id
limit 1
