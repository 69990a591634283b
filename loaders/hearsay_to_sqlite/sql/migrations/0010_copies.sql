-- Which articles hold a rare word or a sentence, each as a hash: where copies are looked for.
-- holders: numbers of articles, four bytes each, in the order in which they came.
create table _prints (
    print integer primary key,
    holders blob not null,
    crowded integer not null default 0
);

-- Every article that was looked at, in the order of n, and what was known of it then.
create table _compared (
    article_id text primary key references articles (id),
    n integer not null unique,
    text_sha256 text,
    weight integer not null,
    known text not null
);

-- Every pair of articles of which one derives from the other; copies shows the nearest originals of each.
-- taken: the share of the copy's sentences that stand in the original; kept: that of the original's in the copy.
create table _pairs (
    article_id text not null references articles (id),
    copied_from_id text not null references articles (id),
    kind text not null,
    direction text not null,
    coverage real not null,
    similarity real not null,
    taken real not null,
    kept real not null,
    basis text not null,
    aligned text not null,
    primary key (article_id, copied_from_id)
);
create index _pairs_copied_from_id on _pairs (copied_from_id);

-- Pairs of articles that are still to be held against each other.
create table _proposed (
    n integer not null,
    candidate integer not null,
    primary key (n, candidate)
) without rowid;
