update articles
set text = :text, text_length = :text_length, text_sha256 = :text_sha256, text_key = :text_key, encoding = :encoding
where id = :id
    and text is null
    and (text_sha256 is null or text_sha256 = :text_sha256)
