-- title: Framings of a claim
-- description: Which stories it is said to serve, who says so, since when and why; with DISARM techniques of the framing.
-- needs: claim_framings, framings, framing_techniques, techniques
select
    claim_framings.framing,
    framings.name,
    claim_framings.tagged_by,
    claim_framings.tagged_on,
    claim_framings.rationale,
    claim_framings.status,
    (
        select group_concat(techniques.id || ' ' || techniques.name, ' · ')
        from framing_techniques
        join techniques on techniques.id = framing_techniques.technique_id
        where framing_techniques.framing = claim_framings.framing
    ) as techniques
from claim_framings
join framings on framings.slug = claim_framings.framing
where claim_framings.claim_id = :id
order by claim_framings.status = 'withdrawn', framings.name, claim_framings.tagged_by
limit 100
