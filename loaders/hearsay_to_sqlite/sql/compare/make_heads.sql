-- The reports of which several tell of one utterance, and the first of these.
create temp table if not exists _heads (
    id text primary key,
    head text
);
create index if not exists temp._heads_head on _heads (head);
delete from temp._heads;
