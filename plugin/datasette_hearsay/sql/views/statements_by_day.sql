-- title: Statements by day
-- description: How much was said on each day, by kind of act. day is empty where the day is not known; period
--   then holds the month or year, if that much is known. The day an article appeared is never taken for the
--   day somebody spoke.
-- needs: statements
with dated as (
    select
        iif(length(said_on) >= 10, substr(said_on, 1, 10), null) as day,
        iif(length(said_on) >= 10, null, said_on) as period,
        said_on_basis as day_basis,
        act,
        utterance_key,
        root_article_id
    from statements
)
select
    day,
    day_basis,
    act,
    count(*) as mentions,
    count(distinct utterance_key) as utterances,
    count(distinct root_article_id) as independent_articles,
    period
from dated
group by day, period, day_basis, act
