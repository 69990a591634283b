update attributions
set
    anchor = 'text-match',
    source_text = coalesce(
        source_text,
        (
            select group_concat(text, ' … ')
            from (
                select text
                from attribution_spans
                where attribution_id = attributions.id
                    and part = 'source'
                order by n
            )
        )
    ),
    cue_text = coalesce(
        cue_text,
        (
            select group_concat(text, ' … ')
            from (
                select text
                from attribution_spans
                where attribution_id = attributions.id
                    and part = 'cue'
                order by n
            )
        )
    ),
    content_text = (
        select group_concat(text, ' … ')
        from (
            select text
            from attribution_spans
            where attribution_id = attributions.id
                and part = 'content'
            order by n
        )
    )
where article_id = :id
    and anchor = 'text-not-at-hand'
    and exists (
        select 1
        from attribution_spans
        where attribution_id = attributions.id
            and part = 'content'
    )
    and not exists (
        select 1
        from attribution_spans
        where attribution_id = attributions.id
            and (start is null or text is not substr(:text, start + 1, "end" - start))
    )
