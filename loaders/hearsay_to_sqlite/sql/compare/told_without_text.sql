-- Utterances that an article tells of whose text is not here.
select attributions.utterance_id
from attributions
join articles on articles.id = attributions.article_id
where articles.text is null
    and attributions.utterance_id is not null
