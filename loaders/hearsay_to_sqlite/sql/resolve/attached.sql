-- What the machine attached to known claims, of the statements that a claim is sought for.
select
    claim_attributions.attribution_id,
    claim_attributions.claim_id,
    claim_attributions.score,
    claim_attributions.why
from claim_attributions
join claims on claims.id = claim_attributions.claim_id
where claim_attributions.method = 'extracted'
    and claims.origin <> 'proposed'
    and claim_attributions.attribution_id in (select id from temp._unclaimed)
    and claim_attributions.attribution_id in (
        select _match_statements.attribution_id
        from _match_statements
        where _match_statements.known = :known
    )
