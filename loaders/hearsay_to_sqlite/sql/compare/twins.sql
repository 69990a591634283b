-- Articles that are one witness: they have most of each other, or a published copy of them, without texts, says so.
select article_id, copied_from_id
from _pairs
where taken >= :most
    and kept >= :most
union
select _article_roots.article_id, _article_roots.root_id
from _article_roots
join articles on articles.id = _article_roots.article_id
join articles as roots on roots.id = _article_roots.root_id
where _article_roots.article_id <> _article_roots.root_id
    and articles.text is null
    and articles.text_sha256 is not null
    and roots.text is null
    and roots.text_sha256 is not null
