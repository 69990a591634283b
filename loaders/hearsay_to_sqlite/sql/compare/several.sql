-- Only what several articles report is an utterance of its own.
delete from temp._heads
where head in (
        select _heads.head
        from temp._heads
        join attributions on attributions.id = _heads.id
        group by _heads.head
        having count(distinct attributions.article_id) = 1
    )
