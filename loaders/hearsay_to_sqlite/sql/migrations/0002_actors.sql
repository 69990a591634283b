-- A person, group, body, government, outlet, class of people or unnamed source, under one id.
create table actors (
    n integer primary key,
    id text not null unique,
    name text not null,
    kind text not null
        check (kind in ('person', 'group', 'body', 'government', 'outlet', 'class', 'anonymous')),
    role text,
    country text,
    wikidata text,
    description text,
    origin text not null default 'extracted' check (origin in ('curated', 'extracted', 'imported'))
);

-- Every spelling by which an actor is met; key is the spelling folded for comparison.
create table actor_names (
    actor_id text not null references actors (id),
    name text not null,
    key text not null,
    basis text not null check (basis in ('curated', 'extracted', 'imported', 'vocabulary')),
    primary key (actor_id, name)
);
create index actor_names_key on actor_names (key);

-- Who belonged to which organisation, in which role, from when to when.
create table affiliations (
    id integer primary key,
    actor_id text not null references actors (id),
    organisation_id text not null references actors (id),
    role text,
    since text,
    until text,
    unique (actor_id, organisation_id, role)
);
create index affiliations_organisation_id on affiliations (organisation_id);

-- Where an actor is named in an article, in which spelling.
create table mentions (
    id integer primary key,
    article_id text not null references articles (id),
    actor_id text not null references actors (id),
    name text not null,
    start integer not null,
    "end" integer not null,
    unique (article_id, start, "end", actor_id)
);
create index mentions_actor_id on mentions (actor_id);
