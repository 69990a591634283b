-- A name that is only spelt otherwise has a kind of its own: whoever searches for one spelling misses the other, but it
-- names nobody else. SQLite cannot change what a table checks, so the table is made again; views are made anew anyway.
drop view if exists changed_wording;
create table _wording_changes (
    id text primary key,
    article_id text not null references articles (id),
    start integer,
    "end" integer,
    copied_from_id text not null references articles (id),
    copied_start integer,
    copied_end integer,
    similarity real check (similarity between 0 and 1),
    kind text not null check (
        kind in (
            'same', 'reworded', 'name-respelt', 'number-changed', 'negation-changed', 'hedge-lost', 'hedge-gained',
            'quote-changed', 'name-changed', 'role-changed', 'source-lost', 'source-changed',
            'meaning-changed', 'omitted', 'added'
        )
    ),
    diff text,
    why text,
    method text not null default 'extracted' check (method in ('curated', 'extracted')),
    words_hash text,
    copied_words_hash text,
    check ("end" >= start),
    check (copied_end >= copied_start)
);
insert into _wording_changes (
    id, article_id, start, "end", copied_from_id, copied_start, copied_end, similarity, kind, diff, why, method,
    words_hash, copied_words_hash
)
select
    id, article_id, start, "end", copied_from_id, copied_start, copied_end, similarity, kind, diff, why, method,
    words_hash, copied_words_hash
from wording_changes;
drop table wording_changes;
alter table _wording_changes rename to wording_changes;
create index wording_changes_article_id on wording_changes (article_id, start);
create index wording_changes_copied_from_id on wording_changes (copied_from_id, copied_start);
