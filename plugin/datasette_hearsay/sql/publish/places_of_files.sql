-- title: It names files of your machine
-- description: Articles were read from places that are not on the web.
-- needs: article_locations
select 1
from article_locations
where location not like 'http://%'
    and location not like 'https://%'
limit 1
