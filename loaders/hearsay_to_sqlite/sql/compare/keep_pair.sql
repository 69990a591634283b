insert into _pairs (
    article_id, copied_from_id, kind, direction, coverage, similarity, taken, kept, basis, aligned
)
values (
    :article_id, :copied_from_id, :kind, :direction, :coverage, :similarity, :taken, :kept, :basis, :aligned
)
