-- title: Claims to compare
-- description: The claims with some numbers, as they are compared with a text and as they are shown.
-- needs: claims, actors
select
    claims.n,
    claims.id as claim_id,
    claims.proposition,
    claims.title,
    claims.origin as claim_origin,
    actors.name as claimant,
    claims.proposition
        || coalesce(' . ' || nullif(claims.title, ''), '')
        || coalesce(' . ' || nullif(claims.subtitle, ''), '') as compared
from claims
left join actors on actors.id = claims.claimant_id
where claims.n in (select value from json_each(:numbers))
