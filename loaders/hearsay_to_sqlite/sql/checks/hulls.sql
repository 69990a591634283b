-- what: its offsets are not those of its first and last span
select 'attributions', attributions.id
from attributions
join attribution_spans on attribution_spans.attribution_id = attributions.id
where attribution_spans.start is not null
group by attributions.id
having min(case when attribution_spans.part = 'source' then attribution_spans.start end) is not attributions.source_start
    or max(case when attribution_spans.part = 'source' then attribution_spans."end" end) is not attributions.source_end
    or min(case when attribution_spans.part = 'cue' then attribution_spans.start end) is not attributions.cue_start
    or max(case when attribution_spans.part = 'cue' then attribution_spans."end" end) is not attributions.cue_end
    or min(case when attribution_spans.part = 'content' then attribution_spans.start end) is not attributions.content_start
    or max(case when attribution_spans.part = 'content' then attribution_spans."end" end) is not attributions.content_end
order by attributions.id
