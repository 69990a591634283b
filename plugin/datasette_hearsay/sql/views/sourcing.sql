-- title: Sourcing
-- description: How openly each article names its sources: one row for each article, with its statements by
--   kind of source and kind of quotation. A pronoun counts as the person it stands for. Shares are parts of
--   all its statements.
-- needs: attributions, actors, articles, outlets, _article_roots
with sourced as (
    select
        articles.id as article_id,
        articles.title as article_title,
        outlets.name as outlet,
        attributions.id as attribution_id,
        attributions.quote_type,
        case
            when attributions.source_kind in ('author', 'none', 'anonymous', 'collective', 'document')
                then attributions.source_kind
            when actors.kind = 'anonymous' then 'anonymous'
            when actors.kind = 'class' then 'collective'
            when attributions.source_kind = 'pronoun' and attributions.actor_id is null then 'none'
            else 'named'
        end as kind
    from articles
    left join attributions on attributions.article_id = articles.id
        and attributions.superseded_by is null
        and attributions.repeat_of is null
        and attributions.review_status <> 'withdrawn'
    left join actors on actors.id = attributions.actor_id
    left join _article_roots on _article_roots.article_id = articles.id
    left join outlets on outlets.id = coalesce(
        iif(_article_roots.root_id <> articles.id, articles.publisher_id, null),
        articles.origin_outlet_id,
        articles.publisher_id
    )
)
select
    article_id,
    article_title,
    outlet,
    count(attribution_id) as statements,
    count(iif(kind = 'named', attribution_id, null)) as named,
    count(iif(kind = 'collective', attribution_id, null)) as collective,
    count(iif(kind = 'anonymous', attribution_id, null)) as anonymous,
    count(iif(kind = 'author', attribution_id, null)) as author_voice,
    count(iif(kind = 'none', attribution_id, null)) as none_given,
    round(1.0 * count(iif(kind = 'named', attribution_id, null)) / nullif(count(attribution_id), 0), 3) as share_named,
    round(
        1.0 * count(iif(kind = 'anonymous', attribution_id, null)) / nullif(count(attribution_id), 0), 3
    ) as share_anonymous,
    count(iif(quote_type = 'direct', attribution_id, null)) as direct,
    count(iif(quote_type = 'indirect', attribution_id, null)) as indirect,
    count(iif(quote_type = 'mixed', attribution_id, null)) as mixed,
    count(iif(kind = 'document', attribution_id, null)) as documents
from sourced
group by article_id
