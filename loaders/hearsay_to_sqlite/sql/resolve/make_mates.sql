-- Which statements say the same: the first of each group, the most typical one, and whether they are the same but for words
-- that many statements have. Those that rare words may bring together, the rest, and whom the texts of the rest go with.
create temp table if not exists _mates (
    id text primary key,
    first text,
    typical text,
    same integer
);
create temp table if not exists _telling (
    place integer primary key,
    id text,
    terms text
);
create temp table if not exists _loose (
    id text primary key,
    terms text
);
create temp table if not exists _led (
    terms text primary key,
    first text
);
delete from temp._mates;
delete from temp._telling;
delete from temp._loose;
delete from temp._led;
