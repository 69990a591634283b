select
    claims.n,
    claims.id,
    claims.proposition
from claims
left join vectors
    on vectors.subject = claims.id
    and vectors.model = :model
    and vectors.version = :version
    and length(vectors.vector) = :size
where claims.n > :after
    and vectors.subject is null
order by claims.n
limit :most
