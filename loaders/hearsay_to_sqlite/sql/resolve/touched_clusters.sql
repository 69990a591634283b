-- The clusters that are made again, all but those that stay as they came.
insert into temp._touched (id)
select clusters.id
from clusters
where (:ids is null or clusters.id in (
        select cluster_members.cluster_id
        from cluster_members
        where cluster_members.member_id in (select value from json_each(:ids))
    ))
    and clusters.id not in (select id from temp._kept)
