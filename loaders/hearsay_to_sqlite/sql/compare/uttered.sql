-- Each utterance that the machine grouped: who is named in its first report, and the earliest day that any of them gives.
select
    :prefix || _heads.head as id,
    (select attributions.actor_id from attributions where attributions.id = _heads.head) as actor_id,
    min(nullif(attributions.said_on, '')) as said_on
from temp._heads
join attributions on attributions.id = _heads.id
where :prefix || _heads.head not in (
        select told.utterance_id
        from attributions as told
        join articles on articles.id = told.article_id
        where articles.text is null
            and told.utterance_id is not null
    )
group by _heads.head
order by _heads.head
