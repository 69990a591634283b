-- title: It holds article text
-- description: Whole articles may be read in it and searched.
-- needs: articles
select 1
from articles
where text is not null
limit 1
