-- Let each report that the machine found, and whose article's text is here, point to its utterance.
update attributions
set utterance_id = (select :prefix || _heads.head from temp._heads where _heads.id = attributions.id)
where attributions.method = 'extracted'
    and attributions.article_id in (select id from articles where text is not null)
    and attributions.utterance_id is not (
        select :prefix || _heads.head
        from temp._heads
        where _heads.id = attributions.id
    )
