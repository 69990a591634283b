-- A question that the accounts answer differently.
create table facets (
    id text primary key,
    question text not null,
    unit text,
    event_id text references events (id)
);

-- What one article says on a facet: the value, and the words that say it.
create table accounts (
    id text primary key,
    facet_id text not null references facets (id),
    article_id text not null references articles (id),
    attribution_id text references attributions (id),
    value text not null,
    low real,
    high real,
    qualifier text,
    start integer,
    "end" integer,
    text text,
    difference text check (
        difference in ('conflict', 'omission', 'translation-error', 'scope-ambiguous', 'undetermined')
    ),
    decided_by text,
    note text,
    check ("end" >= start)
);
create index accounts_facet_id on accounts (facet_id, article_id);
create index accounts_article_id on accounts (article_id);
create index accounts_attribution_id on accounts (attribution_id);

-- Which article derives from which other, how, and what that is inferred from.
create table copies (
    article_id text not null references articles (id),
    copied_from_id text not null references articles (id),
    kind text not null
        check (kind in ('verbatim', 'edited', 'excerpt', 'translation', 'back-translation')),
    direction text not null check (direction in ('known', 'unknown')),
    coverage real check (coverage between 0 and 1),
    similarity real check (similarity between 0 and 1),
    basis text,
    method text not null default 'extracted' check (method in ('curated', 'extracted')),
    primary key (article_id, copied_from_id)
);
create index copies_copied_from_id on copies (copied_from_id);

-- What a passage became on the way into a copy: one row a change.
create table wording_changes (
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
            'same', 'reworded', 'number-changed', 'negation-changed', 'hedge-lost', 'hedge-gained',
            'quote-changed', 'name-changed', 'role-changed', 'source-lost', 'source-changed',
            'meaning-changed', 'omitted', 'added'
        )
    ),
    diff text,
    why text,
    method text not null default 'extracted' check (method in ('curated', 'extracted')),
    check ("end" >= start),
    check (copied_end >= copied_start)
);
create index wording_changes_article_id on wording_changes (article_id, start);
create index wording_changes_copied_from_id on wording_changes (copied_from_id, copied_start);

-- The text at the head of each article's line of descent, so that copies are counted once.
create table _article_roots (
    article_id text primary key references articles (id),
    root_id text not null references articles (id)
);
