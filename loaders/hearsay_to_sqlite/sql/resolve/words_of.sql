-- The words of a claim or of a statement.
select proposition
from claims
where id = :id
union all
select content_text
from attributions
where id = :id
    and not exists (select 1 from claims where claims.id = :id)
