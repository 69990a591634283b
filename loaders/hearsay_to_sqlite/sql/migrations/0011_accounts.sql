-- Accounts that the machine found, where a facet says what it counts (a JSON list of nouns).
alter table facets add column counts text;
alter table accounts add column method text not null default 'curated' check (method in ('curated', 'extracted'));

-- What a change's offsets pointed at when it was written, so that moved offsets are noticed.
alter table wording_changes add column words_hash text;
alter table wording_changes add column copied_words_hash text;

-- Up to which article each facet's numbers were looked for, and for which nouns.
create table _counted (
    facet_id text primary key references facets (id),
    counts text not null,
    n integer not null
);

-- What became of one utterance on the way from one report of it to another: one row a change.
create table utterance_changes (
    utterance_id text not null references utterances (id),
    attribution_id text not null references attributions (id),
    other_id text not null references attributions (id),
    kind text not null,
    diff text,
    why text,
    method text not null default 'extracted' check (method in ('curated', 'extracted')),
    primary key (attribution_id, other_id, kind)
);
create index utterance_changes_utterance_id on utterance_changes (utterance_id);
create index utterance_changes_other_id on utterance_changes (other_id);
