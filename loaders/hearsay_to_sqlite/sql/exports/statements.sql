-- Every statement that is shown, with what is needed to find it in its article.
select
    statements.*,
    articles.url as article_url,
    articles.text_sha256,
    loads.started_at as loaded_at,
    attributions.reviewed_at
from statements
join attributions on attributions.n = statements.fts_pk
join articles on articles.id = statements.article_id
left join loads on loads.id = attributions.load_id
order by statements.fts_pk
