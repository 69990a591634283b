-- Who sees which framing in which claim, and the techniques that the framing is linked to.
select
    claim_framings.claim_id,
    claim_framings.framing,
    claim_framings.tagged_by,
    claim_framings.tagged_on,
    claim_framings.rationale,
    claim_framings.status,
    framings.name as framing_name,
    claims.proposition,
    claims.origin,
    (
        select group_concat(id, ',')
        from (
            select techniques.id
            from framing_techniques
            join techniques on techniques.id = framing_techniques.technique_id
            where framing_techniques.framing = claim_framings.framing
            order by techniques.id
        )
    ) as technique_ids,
    (
        select group_concat(name, ', ')
        from (
            select techniques.id || ' ' || techniques.name as name
            from framing_techniques
            join techniques on techniques.id = framing_techniques.technique_id
            where framing_techniques.framing = claim_framings.framing
            order by techniques.id
        )
    ) as techniques
from claim_framings
join framings on framings.slug = claim_framings.framing
join claims on claims.id = claim_framings.claim_id
order by claims.n, claim_framings.framing, claim_framings.tagged_by
