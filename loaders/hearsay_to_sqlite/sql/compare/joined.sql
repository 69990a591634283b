-- The groups of reports that are told to be one and are not yet.
select
    one.head,
    other.head
from temp._joined
join temp._heads as one on one.id = _joined.id
join temp._heads as other on other.id = _joined.other_id
where one.head <> other.head
order by _joined.rowid
