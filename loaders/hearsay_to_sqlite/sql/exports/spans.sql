-- Where the words of a statement stand: the quoted ones, or what is reported where nothing is quoted.
select start, "end", text, part
from attribution_spans
where attribution_id = :id
    and start is not null
    and part = (
        select iif(sum(part = 'quoted') > 0, 'quoted', 'content')
        from attribution_spans
        where attribution_id = :id
    )
order by n
