insert into wording_changes (
    id, article_id, start, "end", copied_from_id, copied_start, copied_end, similarity, kind, diff, why, method,
    words_hash, copied_words_hash
)
values (
    :id, :article_id, :start, :end, :copied_from_id, :copied_start, :copied_end, :similarity, :kind, :diff, :why, :method,
    :words_hash, :copied_words_hash
)
