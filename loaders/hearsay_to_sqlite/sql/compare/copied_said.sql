-- What a copy reports to be said, and what its original reports in the aligned place.
select distinct
    attributions.id,
    originals.id
from wording_changes
join attributions on attributions.article_id = wording_changes.article_id
    and attributions.content_start >= wording_changes.start
    and attributions.content_start < wording_changes."end"
join attributions as originals on originals.article_id = wording_changes.copied_from_id
    and originals.content_start >= wording_changes.copied_start
    and originals.content_start < wording_changes.copied_end
where attributions.method = 'extracted'
    and originals.method = 'extracted'
    and attributions.superseded_by is null
    and attributions.repeat_of is null
    and originals.superseded_by is null
    and originals.repeat_of is null
order by attributions.id, originals.id
