-- The articles whose rows in copies are not those that their pairs and the people's decisions call for.
select _pairs.article_id
from _pairs
left join copies on copies.article_id = _pairs.article_id
where copies.article_id is null
union
select extracted.article_id
from copies as extracted
join copies as curated on curated.article_id = extracted.article_id and curated.method = 'curated'
where extracted.method = 'extracted'
union
select extracted.article_id
from copies as extracted
join copies as curated on curated.article_id = extracted.copied_from_id
    and curated.copied_from_id = extracted.article_id
    and curated.method = 'curated'
where extracted.method = 'extracted'
union
select copies.article_id
from not_copies
join copies on copies.article_id in (not_copies.article_id, not_copies.copied_from_id)
    and copies.copied_from_id in (not_copies.article_id, not_copies.copied_from_id)
where copies.method = 'extracted'
