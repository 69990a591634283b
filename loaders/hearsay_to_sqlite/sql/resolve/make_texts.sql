-- What is grouped: its rank, its words as a line (none where they say too little), their mark, and the place of the line
-- among the different ones.
create temp table if not exists _said (
    id text primary key,
    rank integer,
    line text,
    mark integer
);
create temp table if not exists _lines (
    place integer primary key,
    line text
);
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
delete from temp._said;
delete from temp._lines;
delete from temp._texts;
delete from temp._groups;
