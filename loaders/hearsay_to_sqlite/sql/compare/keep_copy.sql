insert into copies (article_id, copied_from_id, kind, direction, coverage, similarity, basis, method)
values (:article_id, :copied_from_id, :kind, :direction, :coverage, :similarity, :basis, 'extracted')
on conflict (article_id, copied_from_id) do update set
    kind = excluded.kind,
    direction = excluded.direction,
    coverage = excluded.coverage,
    similarity = excluded.similarity,
    basis = excluded.basis
where copies.method = 'extracted'
