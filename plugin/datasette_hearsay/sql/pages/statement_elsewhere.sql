-- title: What became of a statement
-- description: A statement that the view leaves out: withdrawn, replaced by a curated one, or a repetition of another.
-- needs: attributions
select
    attributions.id,
    attributions.review_status,
    coalesce(attributions.superseded_by, attributions.repeat_of) as instead
from attributions
where attributions.id = :id
