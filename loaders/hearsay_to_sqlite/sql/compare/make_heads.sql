-- The reports of which several tell of one utterance, and the first of these.
create temp table if not exists _heads (
    id text primary key,
    head text
);
create index if not exists temp._heads_head on _heads (head);
delete from temp._heads;

-- Reports of a copy with that of its original which stands in their place.
create temp table if not exists _joined (
    id text not null,
    other_id text not null
);
delete from temp._joined;
