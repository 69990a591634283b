insert into _extractions (article_id, digest, basis, found)
values (?, ?, ?, ?)
on conflict (article_id) do update set
    digest = excluded.digest,
    basis = excluded.basis,
    found = excluded.found
