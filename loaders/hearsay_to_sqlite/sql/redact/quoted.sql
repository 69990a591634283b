-- The quotations of an article that stay, in the order of its text.
select attribution_spans.start, attribution_spans."end"
from attributions
join attribution_spans on attribution_spans.attribution_id = attributions.id
where attributions.article_id = :article
    and attributions.id not in (select id from left_out)
    and attribution_spans.part = 'quoted'
    and attribution_spans.start is not null
order by attribution_spans.start, attribution_spans."end"
