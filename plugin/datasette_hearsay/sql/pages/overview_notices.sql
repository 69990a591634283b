-- title: Newest notices
-- description: The newest corrections, retractions, replies, legal holds and erasures.
-- needs: notices
select notices.id, notices.target, notices.kind, notices.party, notices.text, notices.url, notices.received_on, notices.published_on
from notices
order by coalesce(notices.published_on, notices.received_on) desc, notices.id
limit :size
