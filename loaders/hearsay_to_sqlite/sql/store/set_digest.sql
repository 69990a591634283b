insert into _extractions (article_id, digest)
values (?, ?)
on conflict (article_id) do update set digest = excluded.digest
