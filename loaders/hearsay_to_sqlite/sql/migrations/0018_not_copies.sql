-- Pairs of articles of which a person decided that neither derives from the other, whatever a comparison finds.
create table not_copies (
    article_id text not null references articles (id),
    copied_from_id text not null references articles (id),
    basis text,
    primary key (article_id, copied_from_id)
);
create index not_copies_copied_from_id on not_copies (copied_from_id);
