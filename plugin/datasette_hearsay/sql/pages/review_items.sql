-- title: What waits for a person
-- description: What nobody has decided yet, of one kind or of all.
-- needs: review_queue
select
    review_queue.kind,
    review_queue.subject,
    review_queue.what,
    review_queue.candidate,
    review_queue.score,
    review_queue.why,
    review_queue.article_id
from review_queue
where :kind = '' or review_queue.kind = :kind
limit :size offset :after
