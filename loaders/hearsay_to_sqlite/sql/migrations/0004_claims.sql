-- Something that happened, which claims are about.
create table events (
    id text primary key,
    name text not null,
    date text,
    place text,
    description text
);

-- A proposition that can be true or false, in our own words, or proposed by the machine in a speaker's words.
create table claims (
    n integer primary key,
    id text not null unique,
    proposition text not null,
    title text,
    subtitle text,
    url text,
    event_id text references events (id),
    topic text,
    claimant_id text references actors (id),
    said_on text,
    origin text not null check (origin in ('curated', 'imported', 'proposed'))
);
create index claims_event_id on claims (event_id);
create index claims_claimant_id on claims (claimant_id);

-- Which attribution takes which stand on which claim, and how that was found.
create table claim_attributions (
    claim_id text not null references claims (id),
    attribution_id text not null references attributions (id),
    stance text not null check (stance in ('asserts', 'denies', 'questions', 'withholds')),
    method text not null check (method in ('curated', 'extracted', 'imported')),
    score real,
    why text,
    primary key (claim_id, attribution_id)
);
create index claim_attributions_attribution_id on claim_attributions (attribution_id);

-- Where a claim was seen outside the articles of this file.
create table claim_sightings (
    id integer primary key,
    claim_id text not null references claims (id),
    url text,
    outlet_id text references outlets (id),
    article_id text references articles (id),
    published_on text,
    relation text
);
create index claim_sightings_claim_id on claim_sightings (claim_id);

-- How two claims stand to one another.
create table claim_relations (
    claim_id text not null references claims (id),
    other_claim_id text not null references claims (id),
    relation text not null check (relation in ('contradicts', 'refines', 'restates', 'distorts')),
    why text,
    primary key (claim_id, other_claim_id, relation)
);
create index claim_relations_other_claim_id on claim_relations (other_claim_id);

-- Groups of statements or claims that say the same in other words.
create table clusters (
    id text primary key,
    kind text not null check (kind in ('attribution', 'claim')),
    label text,
    size integer not null default 0
);

-- What stands in a cluster: the id of an attribution or of a claim.
create table cluster_members (
    cluster_id text not null references clusters (id),
    member_id text not null,
    score real,
    primary key (cluster_id, member_id)
);
create index cluster_members_member_id on cluster_members (member_id);

-- What the machine suggests and a person has not decided yet.
create table proposals (
    id integer primary key,
    kind text not null,
    subject text not null,
    candidate text not null,
    score real,
    why text,
    unique (kind, subject, candidate)
);

-- Numbers that stand for the meaning of a text, for the model and version that made them.
create table vectors (
    subject text not null,
    model text not null,
    version text not null,
    vector blob not null,
    primary key (subject, model, version)
);

-- The story that a claim serves.
create table framings (
    slug text primary key,
    name text not null,
    description text
);

-- Which claim serves which framing: who says so, since when and why.
create table claim_framings (
    claim_id text not null references claims (id),
    framing text not null references framings (slug),
    tagged_by text not null,
    tagged_on text,
    rationale text,
    status text not null default 'proposed' check (status in ('proposed', 'agreed', 'disputed', 'withdrawn')),
    primary key (claim_id, framing, tagged_by)
);
create index claim_framings_framing on claim_framings (framing);

-- Techniques of the DISARM framework: ids and names (CC BY-SA 4.0, DISARM Foundation).
create table techniques (
    id text primary key,
    name text not null
);

-- Which DISARM techniques a framing is linked to.
create table framing_techniques (
    framing text not null references framings (slug),
    technique_id text not null references techniques (id),
    primary key (framing, technique_id)
);
create index framing_techniques_technique_id on framing_techniques (technique_id);

-- A published verdict on a claim: its publisher's own, on its publisher's own scale.
create table reviews (
    id text primary key,
    headline text,
    claim_reviewed_text text,
    publisher text,
    url text,
    archived_url text,
    author text,
    rating_text text,
    rating real,
    best real,
    worst real,
    published_on text,
    retracted_on text,
    raw text
);

-- Which claim a review is about, and who or what decided that.
create table review_claims (
    review_id text not null references reviews (id),
    claim_id text not null references claims (id),
    relation text not null check (relation in ('same', 'related')),
    method text,
    decided_by text,
    primary key (review_id, claim_id)
);
create index review_claims_claim_id on review_claims (claim_id);
