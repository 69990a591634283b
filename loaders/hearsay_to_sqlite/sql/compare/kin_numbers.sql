-- The articles that have kin, by number.
select article_id
from temp._kin
order by number
