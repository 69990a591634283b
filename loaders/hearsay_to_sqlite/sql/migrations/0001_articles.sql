-- One row a run of a command that writes: what was asked, by which version, with what result.
create table loads (
    id integer primary key,
    command text not null,
    version text not null,
    started_at text not null,
    ended_at text,
    articles integer not null default 0,
    attributions integer not null default 0,
    rejected integer not null default 0,
    counts text
);

-- One row an input that was refused, with the reason and the input itself (at most 64 KiB of it).
create table rejects (
    id integer primary key,
    load_id integer references loads (id),
    location text not null,
    line integer,
    reason text not null,
    hash text not null,
    raw blob,
    unique (location, line, hash)
);

-- Who publishes: newspapers, agencies, broadcasters, sites.
create table outlets (
    id text primary key,
    name text not null,
    url text,
    country text,
    language text,
    kind text
);

-- Facts about an outlet that change over time: owner, funder, link to a state.
create table outlet_facts (
    id integer primary key,
    outlet_id text not null references outlets (id),
    property text not null check (property in ('owner', 'funder', 'state-link')),
    value text not null,
    since text,
    until text,
    source_url text
);

-- One row an article text. Offsets anywhere in this file count Unicode code points into text.
create table articles (
    n integer primary key,
    id text not null unique,
    title text not null,
    url text,
    publisher_id text references outlets (id),
    origin_outlet_id text references outlets (id),
    origin_basis text,
    byline text,
    published_on text,
    published_on_basis text check (published_on_basis in ('explicit', 'weekday', 'inferred', 'metadata')),
    language text,
    wording text not null default 'unknown'
        check (wording in ('original', 'translated', 'machine-translated', 'back-translated', 'unknown')),
    text text,
    text_length integer,
    text_sha256 text,
    source_sha256 text,
    encoding text,
    source text not null default 'text',
    supersedes text references articles (id) deferrable initially deferred,
    note text,
    load_id integer references loads (id)
);
create index articles_published_on on articles (published_on);
create index articles_text_sha256 on articles (text_sha256);
create index articles_source_sha256 on articles (source_sha256);

-- Every place an article was read from.
create table article_locations (
    id integer primary key,
    article_id text not null references articles (id),
    location text not null,
    archived_url text,
    retrieved_at text,
    source_sha256 text,
    text_sha256 text,
    unique (article_id, location)
);
create index article_locations_location on article_locations (location);

-- The steps by which an article's text came into its language.
create table article_translations (
    article_id text not null references articles (id),
    step integer not null,
    from_language text,
    to_language text,
    "by" text not null check ("by" in ('human', 'machine', 'unknown')),
    basis text,
    primary key (article_id, step)
);

-- What each stretch of an article is: headline, body, caption, pull-quote or boilerplate.
create table passages (
    article_id text not null references articles (id),
    n integer not null,
    start integer not null check (start >= 0),
    "end" integer not null,
    kind text not null check (kind in ('headline', 'body', 'caption', 'pull-quote', 'boilerplate')),
    primary key (article_id, n),
    check ("end" >= start)
);

-- Text round quotations that stays when an article's text is redacted.
create table excerpts (
    article_id text not null references articles (id),
    n integer not null,
    start integer not null check (start >= 0),
    "end" integer not null,
    text text not null,
    primary key (article_id, n),
    check ("end" >= start)
);

-- Small facts about this file itself, such as whether the search tables are up to date.
create table _state (
    key text primary key,
    value text
);
