-- Which claims hold a term: packed 32-bit little-endian numbers (claims.n), ascending; the commonest words have none.
create table _match_terms (
    term text not null,
    segment integer not null,
    claims integer not null,
    numbers blob not null,
    primary key (term, segment)
);

-- Claims indexed for matching in one go, and how many words and letters they have in all.
create table _match_segments (
    segment integer primary key,
    claims integer not null,
    words integer not null,
    letters integer not null
);

-- In how many claims of a sample a run of letters stands; runs of one claim only are left out.
create table _match_runs (
    run text primary key,
    claims integer not null
) without rowid;

-- Claims whose words are new or changed since they were indexed for matching.
create table _match_pending (
    n integer primary key
);
insert into _match_pending (n) select claims.n from claims;

create trigger _match_new_claim after insert on claims begin
    insert or ignore into _match_pending (n) values (new.n);
end;

create trigger _match_changed_claim after update of proposition, title, subtitle on claims begin
    insert or ignore into _match_pending (n) values (new.n);
end;
