insert into _prints (print, holders, crowded)
values (?, ?, ?)
on conflict (print) do update set
    holders = excluded.holders,
    crowded = excluded.crowded
