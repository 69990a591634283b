-- title: Statements by day
-- description: How many utterances fall on each day, by kind of act; on each month or year where so many days are too many
--   to draw. A date that is known to its month or year only stands apart; day is empty where nothing is known.
--   beginning, exactly and undated are how to find the rows behind a row.
-- needs: statements_by_day
-- kept: {"limit": 500}
-- chart: {"mark": "bar", "x_column": "day", "x_type": "ordinal", "y_column": "utterances", "y_type": "quantitative"}
-- param limit: Rows at most | 500
with dated as (
    select
        coalesce(statements_by_day.day, statements_by_day.period) as said_on,
        statements_by_day.act,
        statements_by_day.utterances,
        statements_by_day.mentions
    from statements_by_day
),
unit as (
    select
        case
            when count(distinct iif(length(dated.said_on) = 10, dated.said_on, null)) <= 62
                and count(distinct dated.said_on || dated.act) <= 400
                then 10
            when count(distinct substr(dated.said_on, 1, 7) || dated.act) <= 400 then 7
            else 4
        end as length
    from dated
),
counted as (
    select
        substr(dated.said_on, 1, unit.length) as day,
        dated.act,
        sum(dated.utterances) as utterances,
        sum(dated.mentions) as mentions
    from dated
    cross join unit
    group by substr(dated.said_on, 1, unit.length), dated.act
)
select
    counted.day,
    counted.act,
    counted.utterances,
    counted.mentions,
    iif(length(counted.day) = unit.length, counted.day, null) as beginning,
    iif(length(counted.day) < unit.length, counted.day, null) as exactly,
    iif(counted.day is null, 1, null) as undated
from counted
cross join unit
order by
    counted.day is null,
    length(counted.day) < unit.length,
    counted.day,
    counted.utterances desc
limit :limit
