-- The verdicts on a claim that a publisher stands by.
select reviews.*
from review_claims
join reviews on reviews.id = review_claims.review_id
where review_claims.claim_id = :claim
    and review_claims.relation = 'same'
    and reviews.publisher is not null
    and reviews.retracted_on is null
order by reviews.published_on, reviews.id
