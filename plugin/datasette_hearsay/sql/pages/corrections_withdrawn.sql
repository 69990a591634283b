-- title: Withdrawn statements
-- description: The ids of statements that were withdrawn, without their words.
-- needs: attributions
select attributions.id, attributions.article_id
from attributions
where attributions.review_status = 'withdrawn'
order by attributions.n
limit 200
