-- The tombstones: statements that were withdrawn, with the day on which that was published.
select
    attributions.id,
    attributions.article_id,
    articles.url as article_url,
    articles.published_on,
    attributions.reviewed_at,
    loads.started_at as loaded_at,
    (
        select max(notices.published_on)
        from notices
        where notices.target in (attributions.id, 'statement:' || attributions.id)
    ) as withdrawn_on
from attributions
join articles on articles.id = attributions.article_id
left join loads on loads.id = attributions.load_id
where attributions.review_status = 'withdrawn'
order by attributions.n
