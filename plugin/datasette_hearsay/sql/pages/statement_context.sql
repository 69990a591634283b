-- title: The text round a statement
-- description: Up to :length characters of an article's text from :start on (code points), where the text is at hand.
-- needs: articles
select
    substr(articles.text, :start + 1, :length) as text,
    length(articles.text) as text_length
from articles
where articles.id = :id
    and articles.text is not null
