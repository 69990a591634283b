-- What can say the same: claims, and statements that stand for themselves.
select
    claims.id,
    claims.proposition,
    'claim' as kind
from claims
where claims.origin <> 'proposed'
union all
select
    attributions.id,
    attributions.content_text,
    'attribution'
from attributions
where attributions.superseded_by is null
    and attributions.repeat_of is null
    and attributions.review_status <> 'withdrawn'
    and attributions.content_text is not null
