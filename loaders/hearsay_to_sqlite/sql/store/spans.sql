select
    'attribution_spans' as place,
    attribution_spans.attribution_id || ' ' || attribution_spans.part || ' ' || attribution_spans.n as id,
    attribution_spans.start,
    attribution_spans."end",
    attribution_spans.text
from attributions
join attribution_spans on attribution_spans.attribution_id = attributions.id
where attributions.article_id = :id
union all
select 'mentions', cast(id as text), start, "end", name
from mentions
where article_id = :id
union all
select 'excerpts', article_id || ' ' || n, start, "end", text
from excerpts
where article_id = :id
union all
select 'accounts', id, start, "end", text
from accounts
where article_id = :id
union all
select 'passages', article_id || ' ' || n, start, "end", null
from passages
where article_id = :id
union all
select 'wording_changes', id, start, "end", null
from wording_changes
where article_id = :id
union all
select 'wording_changes', id, copied_start, copied_end, null
from wording_changes
where copied_from_id = :id
