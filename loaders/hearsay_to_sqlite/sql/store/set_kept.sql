insert into _kept_rows (name, params, stamp, rows)
values (:name, :params, :stamp, :rows)
on conflict (name, params) do update
set stamp = excluded.stamp,
    rows = excluded.rows
where stamp <> excluded.stamp
    or rows <> excluded.rows
