with named as (
    select distinct mentions.actor_id
    from mentions
    where mentions.article_id = :article
        and mentions.start < :end
        and mentions."end" > :start
)
select named.actor_id
from named
union
-- Where no name is known to stand there, whoever speaks with a source at that place.
select attributions.actor_id
from attributions
where attributions.article_id = :article
    and attributions.actor_id is not null
    and attributions.source_start < :end
    and attributions.source_end > :start
    and not exists (select 1 from named)
order by 1
