-- title: Claims of an article's statements
-- description: On which claims the statements of an article take which stand.
-- needs: attributions, claim_attributions, claims
select
    claim_attributions.attribution_id,
    claim_attributions.stance,
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin
from attributions
join claim_attributions on claim_attributions.attribution_id = attributions.id
join claims on claims.id = claim_attributions.claim_id
where attributions.article_id = :id
order by attributions.n, claims.id
limit 2000
