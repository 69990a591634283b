-- What is grouped: its rank, the place of its words among the different texts (none where they say too little), and
-- the mark of its words.
create temp table if not exists _texts (
    id text primary key,
    rank integer,
    place integer,
    mark integer
);
create temp table if not exists _groups (
    place integer primary key,
    number integer
);
delete from temp._texts;
delete from temp._groups;
