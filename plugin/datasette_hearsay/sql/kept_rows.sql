-- title: Kept rows
-- description: The answer that the loaders kept for a statement and its parameters, as JSON, if nothing was added since.
-- needs: _kept_rows, _stamp
select _kept_rows.rows
from _kept_rows
where _kept_rows.name = :name
    and _kept_rows.params = :params
    and _kept_rows.stamp = (select _stamp.stamp from _stamp)
