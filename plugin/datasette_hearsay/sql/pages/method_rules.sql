-- title: Rules
-- description: Which rules found how many statements, and how sure they are on average.
-- needs: statements
-- kept: {}
select
    ifnull(statements.rule, 'none noted') as rule,
    count(*) as statements,
    round(avg(statements.extraction_confidence), 2) as mean_confidence
from statements
where statements.method = 'extracted'
group by statements.rule
order by statements desc
limit 50
