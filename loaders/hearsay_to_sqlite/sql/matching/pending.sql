select
    claims.n,
    claims.id,
    claims.proposition,
    coalesce(claims.title, ''),
    coalesce(claims.subtitle, '')
from _match_pending
join claims on claims.n = _match_pending.n
order by claims.n
