-- What the extractor found in each article, as one hash, so that finding the same again writes nothing.
create table _extractions (
    article_id text primary key references articles (id),
    digest text not null
);
create index articles_supersedes on articles (supersedes) where supersedes is not null;
