-- Of what was compared before, what is no longer there or no longer stands for itself.
select _clustered.member_id
from _clustered
where _clustered.member_id not in (select claims.id from claims)
    and _clustered.member_id not in (
        select attributions.id
        from attributions
        where attributions.superseded_by is null
            and attributions.repeat_of is null
            and attributions.review_status <> 'withdrawn'
            and attributions.content_text is not null
            and attributions.id not in (select id from temp._away)
    )
