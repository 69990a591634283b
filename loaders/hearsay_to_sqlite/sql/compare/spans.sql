-- The content spans of every attribution of the articles that have both curated and extracted ones, and whose text is
-- here: of the others, nothing new can be found out.
select
    attributions.article_id,
    attributions.id,
    attributions.method,
    attributions.superseded_by,
    attribution_spans.start,
    attribution_spans."end"
from attributions
join attribution_spans on attribution_spans.attribution_id = attributions.id
where attribution_spans.part = 'content'
    and attribution_spans.start is not null
    and attributions.article_id in (select id from articles where text is not null)
    and attributions.method in ('curated', 'extracted')
    and attributions.article_id in (select article_id from attributions where method = 'curated')
    and attributions.article_id in (select article_id from attributions where method = 'extracted')
order by attributions.article_id, attributions.id, attribution_spans.n;
