-- title: One statement
-- description: One statement by its id, with where its parts stand and what is needed to check them.
-- needs: statements, attributions, articles
select
    statements.*,
    attributions.source_start,
    attributions.source_end,
    attributions.cue_start,
    attributions.cue_end,
    attributions.act_basis,
    attributions.reviewed_at,
    articles.url as article_web,
    articles.text_sha256,
    articles.text is not null as text_at_hand
from statements
join attributions on attributions.n = statements.fts_pk
join articles on articles.id = statements.article_id
where statements.id = :id
