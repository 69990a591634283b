-- The words that a member shares with the one that its cluster is called by.
alter table cluster_members add column why text;
