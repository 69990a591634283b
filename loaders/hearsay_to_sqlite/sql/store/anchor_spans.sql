update attribution_spans
set text = substr(:text, start + 1, "end" - start)
where text is null
    and start is not null
    and attribution_id in (select id from attributions where article_id = :id)
