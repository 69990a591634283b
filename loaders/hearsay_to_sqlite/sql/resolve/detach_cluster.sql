delete from cluster_members
where member_id = :id
    and cluster_id in (
        select cluster_members.cluster_id
        from cluster_members
        where cluster_members.member_id = :claim
    );

update clusters
set size = (select count(*) from cluster_members where cluster_members.cluster_id = clusters.id)
where id in (
        select cluster_members.cluster_id
        from cluster_members
        where cluster_members.member_id = :claim
    )
    and label is not null
    and size <> (select count(*) from cluster_members where cluster_members.cluster_id = clusters.id);

-- Nobody is asked again.
delete from proposals
where kind = 'known-claim'
    and subject = :id
    and candidate = :claim;
