-- Every article with a text, and what is known of its day.
select
    articles.id,
    articles.text,
    articles.published_on
from articles
where articles.text is not null
order by articles.id;
