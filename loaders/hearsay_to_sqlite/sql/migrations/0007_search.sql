-- The views that statements_fts and actors_fts read are in ../views: they are baked last, so that the views
-- people read stand first in the file.

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
