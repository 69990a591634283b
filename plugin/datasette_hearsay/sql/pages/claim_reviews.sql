-- title: Reviews of a claim
-- description: Published verdicts, each its publisher's own on its publisher's own scale.
-- needs: reviews, review_claims
select
    reviews.id,
    reviews.headline,
    reviews.claim_reviewed_text,
    reviews.publisher,
    reviews.url as review_web,
    reviews.archived_url,
    reviews.author,
    reviews.rating_text,
    reviews.rating,
    reviews.best,
    reviews.worst,
    reviews.published_on,
    reviews.retracted_on,
    review_claims.relation,
    review_claims.method,
    review_claims.decided_by
from review_claims
join reviews on reviews.id = review_claims.review_id
where review_claims.claim_id = :id
order by reviews.published_on, reviews.id
limit 100
