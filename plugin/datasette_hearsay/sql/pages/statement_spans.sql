-- title: Spans of a statement
-- description: Where the source, the cue, the content and the quoted words of a statement stand, piece by piece.
-- needs: attribution_spans
select
    attribution_spans.part,
    attribution_spans.n,
    attribution_spans.start,
    attribution_spans."end",
    attribution_spans.text
from attribution_spans
where attribution_spans.attribution_id = :id
order by attribution_spans.start, attribution_spans.part, attribution_spans.n
limit 200
