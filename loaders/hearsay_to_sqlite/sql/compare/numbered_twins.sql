-- Articles that are one witness, by number, in order.
select one.number, other.number
from temp._twins as pairs
join temp._kin as one on one.article_id = pairs.article_id
join temp._kin as other on other.article_id = pairs.copied_from_id
order by one.number, other.number
