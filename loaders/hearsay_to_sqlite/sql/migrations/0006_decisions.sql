-- The subject under study: title, licence and who curated it.
create table cases (
    id text primary key,
    title text not null,
    description text,
    licence text,
    source text,
    curated_by text
);

-- What a person decided, keyed by the words it is about, never by an extracted id.
create table decisions (
    id text primary key,
    kind text not null,
    anchor text not null,
    before text,
    after text,
    who text not null,
    decided_on text,
    why text,
    supersedes text references decisions (id) deferrable initially deferred,
    applied integer not null default 0 check (applied in (0, 1))
);

-- Corrections, retractions, replies, legal holds and erasures, with whom they come from.
create table notices (
    id text primary key,
    target text not null,
    kind text not null check (kind in ('correction', 'retraction', 'reply', 'legal-hold', 'erasure')),
    party text,
    text text,
    url text,
    received_on text,
    published_on text
);
create index notices_target on notices (target);
