-- What changes when a known claim is added, taken away or put in other words.
select
    count(*) as claims,
    coalesce(max(n), 0)
        || '/' || coalesce(sum(n), 0)
        || '/' || coalesce(sum(length(proposition)), 0)
        || '/' || coalesce(sum(unicode(proposition) * n), 0) as mark
from claims
where origin <> 'proposed'
