-- title: Sourcing of an article
-- description: How many of an article's statements have a named, collective, anonymous or no source.
-- needs: sourcing
select *
from sourcing
where sourcing.article_id = :id
