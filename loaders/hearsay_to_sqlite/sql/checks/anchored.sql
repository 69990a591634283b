-- what: its anchor is text-match, but it has no content span with offsets
select 'attributions', id
from attributions
where anchor = 'text-match'
    and not exists (
        select 1
        from attribution_spans
        where attribution_spans.attribution_id = attributions.id
            and attribution_spans.part = 'content'
            and attribution_spans.start is not null
    )
order by id
