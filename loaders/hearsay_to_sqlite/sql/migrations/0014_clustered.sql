-- What was compared for clusters, and a sum of its words by which a change is seen.
create table _clustered (
    member_id text primary key,
    mark integer not null
) without rowid;
