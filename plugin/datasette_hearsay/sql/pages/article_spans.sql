-- title: Spans of an article's statements
-- description: Every span of every statement of the article that the pages show, in the order of the text.
-- needs: statements, attribution_spans
select
    attribution_spans.attribution_id,
    attribution_spans.part,
    attribution_spans.start,
    attribution_spans."end"
from statements
join attribution_spans on attribution_spans.attribution_id = statements.id
where statements.article_id = :id
    and attribution_spans.start is not null
order by attribution_spans.start, attribution_spans."end" desc
limit 20000
