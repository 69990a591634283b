-- Statements that were compared with the known claims, and a mark of which claims these were then.
create table _match_statements (
    attribution_id text primary key,
    known text not null
) without rowid;
