-- title: Said in other words
-- description: One row for each claim and each other claim or statement that the machine found to say the same. Left
--   out: what a person related to the claim, or what is attached to it already. score is how close it stands to the
--   group that both are in, 0 to 1. To say the same is not to be the same: no person has looked at these.
-- needs: clusters, cluster_members, claims, claim_relations, claim_attributions, statements
select
    own.member_id as claim_id,
    'claim' as kind,
    others.member_id as other_id,
    other_claims.proposition as words,
    other_claims.origin,
    null as speaker,
    null as article_id,
    others.score,
    coalesce(others.why, own.why) as why,
    'machine' as found_by
from cluster_members as own
join claims on claims.id = own.member_id
join cluster_members as others on others.cluster_id = own.cluster_id
    and others.member_id <> own.member_id
join claims as other_claims on other_claims.id = others.member_id
where not exists (
        select 1
        from claim_relations
        where claim_relations.claim_id = own.member_id
            and claim_relations.other_claim_id = others.member_id
            or claim_relations.claim_id = others.member_id
            and claim_relations.other_claim_id = own.member_id
    )
union all
select
    own.member_id,
    'statement',
    others.member_id,
    statements.words,
    null,
    statements.speaker,
    statements.article_id,
    others.score,
    coalesce(others.why, own.why),
    'machine'
from cluster_members as own
join claims on claims.id = own.member_id
join cluster_members as others on others.cluster_id = own.cluster_id
join statements on statements.id = others.member_id
where not exists (
        select 1
        from claim_attributions
        where claim_attributions.claim_id = own.member_id
            and claim_attributions.attribution_id = others.member_id
    )
