-- Where the statements of an article stand that stay out, and where it names somebody who was erased.
select attribution_spans.start, attribution_spans."end"
from attributions
join attribution_spans on attribution_spans.attribution_id = attributions.id
where attributions.article_id = :article
    and attributions.id in (select id from left_out)
    and attribution_spans.start is not null
union
select start, "end"
from mentions
where article_id = :article
    and actor_id in (select id from erased where kind = 'actor')
order by 1, 2
