-- The statements that a claim is sought for, with those of their words that tell what they say.
create temp table if not exists _unclaimed (
    id text primary key,
    words text,
    act text,
    polarity text,
    actor_id text,
    said_on text
);
delete from temp._unclaimed;
