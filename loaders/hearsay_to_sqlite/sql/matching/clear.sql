delete from _match_terms;
delete from _match_segments;
delete from _match_runs;
insert or ignore into _match_pending (n) select claims.n from claims;
