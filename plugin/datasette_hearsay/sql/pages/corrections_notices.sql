-- title: Notices
-- description: Corrections, retractions, replies, legal holds and erasures, newest first.
-- needs: notices, articles, claims, actors, attributions, reviews
select
    notices.id,
    notices.target,
    case
        when exists (select 1 from articles where articles.id = notices.target) then 'article'
        when exists (select 1 from claims where claims.id = notices.target) then 'claim'
        when exists (select 1 from attributions where attributions.id = notices.target) then 'statement'
        when exists (select 1 from actors where actors.id = notices.target) then 'actor'
        when exists (select 1 from reviews where reviews.id = notices.target) then 'review'
    end as target_kind,
    notices.kind,
    notices.party,
    notices.text,
    notices.url as notice_web,
    notices.received_on,
    notices.published_on
from notices
order by coalesce(notices.published_on, notices.received_on) desc, notices.id
limit :size offset :after
