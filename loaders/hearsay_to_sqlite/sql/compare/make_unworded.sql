-- The copies that the machine found and whose wording was not compared yet, in order.
create temp table if not exists _unworded (
    place integer primary key,
    n integer not null,
    original integer not null
);
delete from temp._unworded;
insert into temp._unworded (n, original)
select articles.n, originals.n
from copies
join articles on articles.id = copies.article_id
join articles as originals on originals.id = copies.copied_from_id
where copies.method = 'extracted'
    and articles.text is not null
    and originals.text is not null
    and not exists (
        select 1
        from wording_changes
        where wording_changes.article_id = copies.article_id
            and wording_changes.copied_from_id = copies.copied_from_id
    )
order by articles.n, originals.n;
