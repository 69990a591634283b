-- What can say the same: claims, and statements that stand for themselves; and the mark of what was compared before.
-- What somebody's published copy says of articles whose text is not here (_away, _kept) stays as it came.
with groupable (id, words, kind) as (
    select
        claims.id,
        claims.proposition,
        iif(claims.origin = 'proposed', 'proposed', 'claim')
    from claims
    where not exists (
            select 1
            from claim_attributions
            where claim_attributions.claim_id = claims.id
                and claim_attributions.attribution_id in (select id from temp._away)
        )
        or exists (
            select 1
            from claim_attributions
            where claim_attributions.claim_id = claims.id
                and claim_attributions.attribution_id not in (select id from temp._away)
        )
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
        and attributions.id not in (select id from temp._away)
)
select
    groupable.id,
    groupable.words,
    groupable.kind,
    _clustered.mark
from groupable
left join _clustered on _clustered.member_id = groupable.id
where groupable.id not in (
        select cluster_members.member_id
        from cluster_members
        where cluster_members.cluster_id in (select id from temp._kept)
    )
    and (:ids is null or groupable.id in (select value from json_each(:ids)))
order by groupable.id
