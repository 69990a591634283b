-- title: How statements were found
-- description: How many statements were found how, and how many of those a person reviewed.
-- needs: statements
-- kept: {}
select
    statements.method,
    statements.review_status,
    statements.anchor,
    count(*) as statements
from statements
group by statements.method, statements.review_status, statements.anchor
order by statements desc
