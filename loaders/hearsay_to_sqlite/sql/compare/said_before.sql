-- Which utterance each attribution that the machine found tells of, where its article's text is here.
select attributions.id, attributions.utterance_id
from attributions
join articles on articles.id = attributions.article_id
where attributions.method = 'extracted'
    and attributions.utterance_id is not null
    and articles.text is not null
