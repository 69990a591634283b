insert into _counted (facet_id, counts, n)
values (?, ?, ?)
on conflict (facet_id) do update set
    counts = excluded.counts,
    n = excluded.n
