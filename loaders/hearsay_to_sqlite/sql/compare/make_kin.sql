-- Articles that are one witness: they have most of each other, or a published copy of them, without texts, says so.
create temp table if not exists _twins (
    article_id text not null,
    copied_from_id text not null
);
delete from temp._twins;
insert into temp._twins (article_id, copied_from_id)
select article_id, copied_from_id
from _pairs
where taken >= :most
    and kept >= :most
    and not exists (
        select 1
        from not_copies
        where not_copies.article_id in (_pairs.article_id, _pairs.copied_from_id)
            and not_copies.copied_from_id in (_pairs.article_id, _pairs.copied_from_id)
    )
union
select _article_roots.article_id, _article_roots.root_id
from _article_roots
join articles on articles.id = _article_roots.article_id
join articles as roots on roots.id = _article_roots.root_id
where _article_roots.article_id <> _article_roots.root_id
    and articles.text is null
    and articles.text_sha256 is not null
    and roots.text is null
    and roots.text_sha256 is not null;
-- The articles that have kin, numbered from 0 in the order of their ids.
create temp table if not exists _kin (
    article_id text primary key,
    number integer not null unique
) without rowid;
delete from temp._kin;
insert into temp._kin (article_id, number)
select article_id, row_number() over (order by article_id) - 1
from (
    select article_id
    from copies
    union
    select copied_from_id
    from copies
    union
    select article_id
    from temp._twins
    union
    select copied_from_id
    from temp._twins
);
