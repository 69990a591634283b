select articles.id, articles.text, articles.text_sha256
from articles
where articles.id = :article or articles.text_sha256 = :text_sha256
order by articles.id = :article desc
limit 1
