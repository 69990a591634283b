-- The words of every utterance that more than one article reports, the fullest report first.
select
    attributions.utterance_id,
    attributions.id,
    articles_words.words,
    articles_words.start
from attributions
join (
    select
        id,
        coalesce(quotation, content_text) as words,
        coalesce(
            (
                select attribution_spans.start
                from attribution_spans
                where attribution_spans.attribution_id = attributions.id
                    and attribution_spans.part = iif(attributions.quotation is null, 'content', 'quoted')
                order by attribution_spans.n
                limit 1
            ),
            0
        ) as start
    from attributions
    where utterance_id is not null
) as articles_words on articles_words.id = attributions.id
where attributions.utterance_id is not null
    and articles_words.words is not null
    and attributions.superseded_by is null
    and attributions.repeat_of is null
    and attributions.review_status <> 'withdrawn'
order by
    attributions.utterance_id,
    attributions.quotation is null,
    length(articles_words.words) desc,
    attributions.id
