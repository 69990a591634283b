-- title: Statements
-- description: One row for each thing that somebody is reported to have said: who, in which words, in which
--   article, and how it was found. Left out: what was withdrawn, pull-quotes that repeat a statement of the
--   same article, and machine finds that a curated statement replaces. A row says who said it, never that it
--   is true. To count without counting repetition, count distinct utterance_key and distinct root_article_id.
-- needs: attributions, attribution_actors, actors, articles, outlets, utterances, claim_attributions,
--   _article_roots
select
    attributions.id,
    coalesce(speakers.name, attributions.source_text) as speaker,
    attributions.act,
    attributions.polarity,
    coalesce(attributions.quotation, attributions.gist, attributions.content_text) as words,
    attributions.gist,
    attributions.quotation,
    attributions.content_text,
    attributions.quote_type,
    attributions.wording,
    attributions.actor_id as speaker_id,
    speakers.kind as speaker_kind,
    (
        select attribution_actors.capacity
        from attribution_actors
        where attribution_actors.attribution_id = attributions.id
            and attribution_actors.part = 'speaker'
        order by attribution_actors.n
        limit 1
    ) as capacity,
    (
        select attribution_actors.actor_id
        from attribution_actors
        where attribution_actors.attribution_id = attributions.id
            and attribution_actors.part = 'on-behalf-of'
        order by attribution_actors.n
        limit 1
    ) as on_behalf_of_id,
    (
        select actors.name
        from attribution_actors
        join actors on actors.id = attribution_actors.actor_id
        where attribution_actors.attribution_id = attributions.id
            and attribution_actors.part = 'on-behalf-of'
        order by attribution_actors.n
        limit 1
    ) as on_behalf_of,
    attributions.source_text,
    attributions.source_kind,
    attributions.cue_text,
    attributions.target_id,
    targets.name as target,
    attributions.condition,
    attributions.certainty,
    coalesce(attributions.said_on, utterances.said_on) as said_on,
    iif(attributions.said_on is null, utterances.said_on_basis, attributions.said_on_basis) as said_on_basis,
    coalesce(attributions.medium, utterances.medium) as medium,
    attributions.via_actor_id as via_id,
    relays.name as via,
    attributions.article_id,
    articles.title as article_title,
    coalesce(
        iif(_article_roots.root_id <> articles.id, articles.publisher_id, null),
        articles.origin_outlet_id,
        articles.publisher_id
    ) as outlet_id,
    outlets.name as outlet,
    case
        when _article_roots.root_id <> articles.id and articles.publisher_id is not null
            then 'publisher of a copy, which answers for its own wording'
        when articles.origin_outlet_id is null then 'publisher'
        else articles.origin_basis
    end as outlet_basis,
    articles.published_on,
    articles.language,
    attributions.utterance_id,
    attributions.nested_in,
    (
        select group_concat(claim_attributions.claim_id, ', ')
        from claim_attributions
        where claim_attributions.attribution_id = attributions.id
    ) as claim_ids,
    attributions.method,
    attributions.rule,
    attributions.extraction_confidence,
    attributions.review_status,
    attributions.reviewed_by,
    attributions.anchor,
    attributions.content_start,
    attributions.content_end,
    attributions.note,
    attributions.n as fts_pk,
    coalesce(_article_roots.root_id, attributions.article_id) as root_article_id,
    coalesce(attributions.utterance_id, attributions.id) as utterance_key
from attributions
join articles on articles.id = attributions.article_id
left join actors as speakers on speakers.id = attributions.actor_id
left join actors as targets on targets.id = attributions.target_id
left join actors as relays on relays.id = attributions.via_actor_id
left join _article_roots on _article_roots.article_id = attributions.article_id
left join outlets on outlets.id = coalesce(
    iif(_article_roots.root_id <> articles.id, articles.publisher_id, null),
    articles.origin_outlet_id,
    articles.publisher_id
)
left join utterances on utterances.id = attributions.utterance_id
where attributions.superseded_by is null
    and attributions.repeat_of is null
    and attributions.review_status <> 'withdrawn'
