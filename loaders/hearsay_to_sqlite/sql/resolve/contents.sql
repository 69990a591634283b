select
    attributions.id,
    attributions.superseded_by is not null as superseded,
    attribution_spans.start,
    attribution_spans."end"
from attributions
join attribution_spans on attribution_spans.attribution_id = attributions.id
where attributions.article_id = ?
    and attribution_spans.part = 'content'
    and attribution_spans.start is not null
order by attributions.n, attribution_spans.n
