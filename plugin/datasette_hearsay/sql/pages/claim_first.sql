-- title: First appearance of a claim
-- description: Where it is asserted first as far as the dates tell; ties are assertions that may be as early.
-- needs: first_appearances
select *
from first_appearances
where first_appearances.claim_id = :id
