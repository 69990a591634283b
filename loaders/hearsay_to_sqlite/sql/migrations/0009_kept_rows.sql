-- Rows of what a large case is asked for on every page, kept so that nobody counts a million statements for each reader.
create table _kept_rows (
    name text not null,
    params text not null,
    stamp text not null,
    rows text not null,
    primary key (name, params)
);
create index attributions_withdrawn on attributions (n) where review_status = 'withdrawn';
