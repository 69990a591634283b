-- Of what was fetched: where its copy lies, seen from this file's folder. Of every place: the address that it has or gives itself.
alter table article_locations add column url text;
alter table article_locations add column saved_copy text;

-- A hash of the text that is the same however it is spaced, by which a copy that was saved otherwise is known.
alter table articles add column text_key text;
create index articles_text_key on articles (text_key);

-- With which options an input was refused, so that it is tried again with the same.
alter table rejects add column options text;
