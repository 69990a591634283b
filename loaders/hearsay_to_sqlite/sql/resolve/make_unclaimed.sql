-- The statements that a claim is sought for, with the terms of their words, which tell what they say, in order.
create temp table if not exists _unclaimed (
    id text primary key,
    words text,
    act text,
    polarity text,
    actor_id text,
    said_on text,
    terms text
);
delete from temp._unclaimed;
