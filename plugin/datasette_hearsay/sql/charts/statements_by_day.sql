-- title: Statements by day
-- description: How many utterances fall on each day, by kind of act. day is empty where the day is not known.
-- needs: statements_by_day
-- kept: {"limit": 500}
-- chart: {"mark": "bar", "x_column": "day", "x_type": "ordinal", "y_column": "utterances", "y_type": "quantitative"}
-- param limit: Rows at most | 500
select
    statements_by_day.day,
    statements_by_day.act,
    sum(statements_by_day.utterances) as utterances,
    sum(statements_by_day.mentions) as mentions
from statements_by_day
group by statements_by_day.day, statements_by_day.act
order by statements_by_day.day is null, statements_by_day.day, utterances desc
limit :limit
