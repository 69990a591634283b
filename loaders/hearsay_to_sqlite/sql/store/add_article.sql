insert into articles (
    id, title, url, publisher_id, byline, published_on, published_on_basis, language,
    text, text_length, text_sha256, text_key, source_sha256, encoding, source, supersedes, load_id
)
values (
    :id, :title, :url, :publisher_id, :byline, :published_on, :published_on_basis, :language,
    :text, :text_length, :text_sha256, :text_key, :source_sha256, :encoding, :source, :supersedes, :load_id
)
