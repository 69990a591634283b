select
    claims.n,
    vectors.vector
from claims
join vectors
    on vectors.subject = claims.id
    and vectors.model = :model
    and vectors.version = :version
    and length(vectors.vector) = :size
order by claims.n
