-- One thing said once, however many articles repeat it.
create table utterances (
    id text primary key,
    actor_id text references actors (id),
    said_on text,
    said_on_basis text check (said_on_basis in ('explicit', 'weekday', 'inferred', 'metadata')),
    medium text,
    original_language text,
    original_text text,
    original_url text,
    note text
);
create index utterances_actor_id on utterances (actor_id);

-- One act of reported speech or thought: source span, cue span, content span(s), and what kind of act it is.
create table attributions (
    n integer primary key,
    id text not null unique,
    article_id text not null references articles (id),
    source_text text,
    source_start integer,
    source_end integer,
    source_kind text not null check (
        source_kind in ('named', 'pronoun', 'collective', 'anonymous', 'document', 'author', 'none')
    ),
    cue_text text,
    cue_start integer,
    cue_end integer,
    content_text text,
    content_start integer,
    content_end integer,
    quotation text,
    gist text,
    quote_type text not null check (quote_type in ('direct', 'indirect', 'mixed')),
    wording text not null default 'unknown'
        check (wording in ('original', 'translated', 'machine-translated', 'back-translated', 'unknown')),
    act text not null check (
        act in (
            'assert', 'accuse', 'deny', 'condemn', 'threaten', 'call-for', 'predict', 'decline-to-comment',
            'insinuate', 'praise', 'pledge', 'retract', 'admit', 'claim-responsibility'
        )
    ),
    act_basis text,
    polarity text not null default 'positive' check (polarity in ('positive', 'negative')),
    condition text,
    certainty text,
    actor_id text references actors (id),
    target_id text references actors (id),
    nested_in text references attributions (id) deferrable initially deferred,
    repeat_of text references attributions (id) deferrable initially deferred,
    utterance_id text references utterances (id),
    medium text,
    via_actor_id text references actors (id),
    said_on text,
    said_on_basis text check (said_on_basis in ('explicit', 'weekday', 'inferred', 'metadata')),
    method text not null check (method in ('extracted', 'curated', 'imported')),
    rule text,
    extraction_confidence real check (extraction_confidence between 0 and 1),
    review_status text not null default 'machine'
        check (review_status in ('machine', 'reviewed', 'double-reviewed', 'withdrawn')),
    reviewed_by text,
    reviewed_at text,
    anchor text not null check (anchor in ('text-match', 'text-not-at-hand', 'not-anchored')),
    superseded_by text references attributions (id) deferrable initially deferred,
    note text,
    load_id integer references loads (id),
    check (source_end >= source_start),
    check (cue_end >= cue_start),
    check (content_end >= content_start)
);
create index attributions_article_id on attributions (article_id, content_start);
create index attributions_actor_id on attributions (actor_id);
create index attributions_target_id on attributions (target_id);
create index attributions_utterance_id on attributions (utterance_id);
create index attributions_said_on on attributions (said_on);
create index attributions_nested_in on attributions (nested_in) where nested_in is not null;
create index attributions_repeat_of on attributions (repeat_of) where repeat_of is not null;
create index attributions_superseded_by on attributions (superseded_by) where superseded_by is not null;

-- The spans of an attribution, whole: parts may be in several pieces. text is null where it is article prose not at hand.
create table attribution_spans (
    attribution_id text not null references attributions (id),
    part text not null check (part in ('source', 'cue', 'content', 'quoted')),
    n integer not null,
    start integer,
    "end" integer,
    text text,
    primary key (attribution_id, part, n),
    check ("end" >= start)
);

-- Everybody who takes part in an attribution. A member is not the organisation.
create table attribution_actors (
    attribution_id text not null references attributions (id),
    actor_id text not null references actors (id),
    part text not null check (part in ('speaker', 'on-behalf-of', 'target', 'addressee')),
    capacity text check (capacity in ('spokesperson', 'office-holder', 'member', 'personal', 'unknown')),
    n integer not null,
    primary key (attribution_id, part, n)
);
create index attribution_actors_actor_id on attribution_actors (actor_id);

-- What the extractor called the people in an attribution, before ``resolve`` put ids on them; kept so that it can run again.
create table _found_actors (
    attribution_id text not null references attributions (id),
    part text not null check (part in ('speaker', 'on-behalf-of', 'target', 'via')),
    name text not null,
    kind text,
    role text,
    primary key (attribution_id, part)
);
