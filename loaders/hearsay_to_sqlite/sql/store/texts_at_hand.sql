create table texts (
    text_sha256 text primary key,
    source_sha256 text,
    text text not null
);
create index texts_source_sha256 on texts (source_sha256)
