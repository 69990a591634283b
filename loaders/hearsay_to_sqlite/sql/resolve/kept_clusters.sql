-- Clusters from somebody's published copy, which have no label there: they stay as they came.
select clusters.id
from clusters
where clusters.label is null
    and (
        exists (
            select 1
            from cluster_members
            join attributions on attributions.id = cluster_members.member_id
            join articles on articles.id = attributions.article_id
            where cluster_members.cluster_id = clusters.id
                and articles.text is null
                and articles.text_sha256 is not null
        )
        or not exists (
            select 1
            from cluster_members
            join attributions on attributions.id = cluster_members.member_id
            where cluster_members.cluster_id = clusters.id
        )
    )
