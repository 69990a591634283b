-- title: Notices about one thing
-- description: Corrections, retractions, replies and the like about what has the id :id. A target may be written with
--   its kind before it; of somebody who was erased it is :unnamed, a hash.
-- needs: notices
select notices.id, notices.kind, notices.party, notices.text, notices.url, notices.received_on, notices.published_on
from notices
where notices.target in (:id, :kind || ':' || :id, :kind || ':' || :unnamed)
order by notices.published_on, notices.id
limit 50
