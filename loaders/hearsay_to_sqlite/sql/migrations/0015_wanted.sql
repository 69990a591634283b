-- wanted: of two articles of which nobody knows which came first, the one shown as the original holds stretches that
-- no nearer kin of its own accounts for, so that the pair is shown whatever the other one was taken from.
alter table _pairs add column wanted integer not null default 0;
