select id, text_sha256, text_key is :text_key
from articles
where text_sha256 = :text_sha256
    or (text_sha256 is null and source_sha256 = :source_sha256)
    or text_key = :text_key
    or id = :id
order by text_sha256 is not :text_sha256, text_key is not :text_key, n
limit 1
