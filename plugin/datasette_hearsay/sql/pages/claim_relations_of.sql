-- title: Related claims
-- description: Claims that contradict, refine, restate or distort this one, and those of which it is said.
-- needs: claim_relations, claims, actors
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    actors.name as claimant,
    claim_relations.relation,
    'this' as subject,
    claim_relations.why
from claim_relations
join claims on claims.id = claim_relations.other_claim_id
left join actors on actors.id = claims.claimant_id
where claim_relations.claim_id = :id
union all
select
    claims.id,
    claims.proposition,
    claims.origin,
    actors.name,
    claim_relations.relation,
    'other',
    claim_relations.why
from claim_relations
join claims on claims.id = claim_relations.claim_id
left join actors on actors.id = claims.claimant_id
where claim_relations.other_claim_id = :id
    -- To contradict and to restate is mutual: a pair that each side lists is shown once.
    and not (
        claim_relations.relation in ('contradicts', 'restates')
        and exists (
            select 1
            from claim_relations as mirrored
            where mirrored.claim_id = :id
                and mirrored.other_claim_id = claim_relations.claim_id
                and mirrored.relation = claim_relations.relation
        )
    )
limit 100
