-- The words of one report, where its article's text is here.
select coalesce(attributions.quotation, attributions.content_text)
from attributions
join articles on articles.id = attributions.article_id
where attributions.id = ?
    and articles.text is not null
