-- title: It holds refused inputs
-- description: With the places that they were read from.
-- needs: rejects
select 1
from rejects
limit 1
