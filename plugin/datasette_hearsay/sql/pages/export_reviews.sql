-- title: Reviews of several claims
-- description: Published verdicts on the claims of these ids themselves that were not retracted.
-- needs: reviews, review_claims
select
    review_claims.claim_id,
    reviews.headline,
    reviews.claim_reviewed_text,
    reviews.publisher,
    reviews.url as review_web,
    reviews.author,
    reviews.rating_text,
    reviews.rating,
    reviews.best,
    reviews.worst,
    reviews.published_on
from review_claims
join reviews on reviews.id = review_claims.review_id
where review_claims.claim_id in (select value from json_each(:ids))
    and review_claims.relation = 'same'
    and reviews.retracted_on is null
order by review_claims.claim_id, reviews.published_on, reviews.id
limit 1000
