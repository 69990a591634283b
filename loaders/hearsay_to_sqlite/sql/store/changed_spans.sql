select id, start, "end", words_hash
from wording_changes
where article_id = :id
    and words_hash is not null
union all
select id, copied_start, copied_end, copied_words_hash
from wording_changes
where copied_from_id = :id
    and copied_words_hash is not null
