-- Everything in the clusters that hold one of these.
select distinct mates.member_id
from cluster_members
join cluster_members as mates on mates.cluster_id = cluster_members.cluster_id
where cluster_members.member_id in (select value from json_each(?))
