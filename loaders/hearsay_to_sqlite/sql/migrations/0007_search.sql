-- What the search over statements reads: the words, our gist of them, and every name of the speaker.
create view _statement_words as
select
    attributions.n,
    attributions.quotation,
    attributions.content_text,
    attributions.gist,
    attributions.source_text,
    actors.name as speaker,
    (
        select group_concat(actor_names.name, ' · ')
        from actor_names
        where actor_names.actor_id = attributions.actor_id
    ) as speaker_names
from attributions
left join actors on actors.id = attributions.actor_id;

-- What the search over actors reads: the name, every spelling, role and description.
create view _actor_words as
select
    actors.n,
    actors.name,
    (
        select group_concat(actor_names.name, ' · ')
        from actor_names
        where actor_names.actor_id = actors.id
    ) as names,
    actors.role,
    actors.description
from actors;

-- Full-text search over statements; rebuilt by the writer after each run that changed something.
create virtual table statements_fts using fts5 (
    quotation, content_text, gist, source_text, speaker, speaker_names,
    content = '_statement_words', content_rowid = 'n', tokenize = "porter unicode61 remove_diacritics 2"
);

-- Full-text search over claims.
create virtual table claims_fts using fts5 (
    proposition, title, subtitle,
    content = 'claims', content_rowid = 'n', tokenize = "porter unicode61 remove_diacritics 2"
);

-- Full-text search over actors.
create virtual table actors_fts using fts5 (
    name, names, role, description,
    content = '_actor_words', content_rowid = 'n', tokenize = "porter unicode61 remove_diacritics 2"
);

-- Full-text search over articles.
create virtual table articles_fts using fts5 (
    title, byline, text,
    content = 'articles', content_rowid = 'n', tokenize = "porter unicode61 remove_diacritics 2"
);
