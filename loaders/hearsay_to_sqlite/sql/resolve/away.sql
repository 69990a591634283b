-- Statements from somebody's published copy, of articles whose text is not here: what was found about them stays as it came.
select attributions.id
from attributions
join articles on articles.id = attributions.article_id
where articles.text is null
    and articles.text_sha256 is not null
