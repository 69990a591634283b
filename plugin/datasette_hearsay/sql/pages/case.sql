-- title: The case
-- description: What the case is called, who curated it, and under which licence it may be used.
-- needs: cases
select cases.id, cases.title, cases.description, cases.licence, cases.source, cases.curated_by
from cases
order by cases.id
limit 1
