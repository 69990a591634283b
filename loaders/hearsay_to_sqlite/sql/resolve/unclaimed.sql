-- Statements of the machine's finding, in acts that can be true or false, that no person has attached to a claim.
select
    attributions.id,
    attributions.content_text,
    attributions.act,
    attributions.polarity,
    attributions.actor_id,
    attributions.said_on
from attributions
where attributions.method = 'extracted'
    and attributions.act in (select value from json_each(:acts))
    and attributions.superseded_by is null
    and attributions.repeat_of is null
    and attributions.review_status <> 'withdrawn'
    and attributions.content_text is not null
    -- From somebody's published copy: what was found about these stays as it came.
    and not exists (
        select 1
        from articles
        where articles.id = attributions.article_id
            and articles.text is null
            and articles.text_sha256 is not null
    )
    and attributions.id not in (
        select claim_attributions.attribution_id
        from claim_attributions
        where claim_attributions.method <> 'extracted'
    )
order by attributions.id;
