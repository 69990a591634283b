-- title: What waits, by kind
-- description: How many decisions, proposals, claims and statements wait for a person, by kind.
-- needs: review_queue
-- kept: {}
select review_queue.kind, count(*) as waiting
from review_queue
group by review_queue.kind
order by review_queue.kind
