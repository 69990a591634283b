-- title: What was done in words, day by day
-- description: How many utterances there are of each act on each day. Rows without a day are those whose day
--   is not known; period then holds the month or year, if that much is known. Leave the box empty for every
--   act.
-- needs: statements_by_day
-- chart: {"mark": "bar", "x_column": "day", "x_type": "temporal", "y_column": "utterances", "y_type":
--   "quantitative", "color_column": "act"}
-- param act: which act, such as accuse or deny |
select
    statements_by_day.day,
    statements_by_day.period,
    statements_by_day.act,
    statements_by_day.utterances,
    statements_by_day.mentions,
    statements_by_day.independent_articles,
    statements_by_day.day_basis
from statements_by_day
where :act = ''
    or statements_by_day.act = :act
order by
    statements_by_day.day is null,
    statements_by_day.day,
    statements_by_day.period,
    statements_by_day.act
