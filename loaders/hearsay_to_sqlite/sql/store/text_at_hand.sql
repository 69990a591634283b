select text
from texts
where text_sha256 = :text
    or source_sha256 = :source
order by text_sha256 <> :text
