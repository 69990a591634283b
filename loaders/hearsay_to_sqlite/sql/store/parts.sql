select
    attributions.id,
    attributions.source_text,
    attributions.cue_text,
    attributions.content_text,
    attributions.quotation,
    attribution_spans.part,
    attribution_spans.text
from attributions
join attribution_spans on attribution_spans.attribution_id = attributions.id
where attributions.article_id = :id
    and attributions.anchor = 'text-match'
order by attributions.id, attribution_spans.part, attribution_spans.n
