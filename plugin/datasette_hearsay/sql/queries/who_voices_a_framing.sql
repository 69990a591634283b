-- title: Who voices a framing, where and in which words
-- description: Each statement that asserts a claim tagged with the framing: speaker, outlet and words.
--   Reporting a framing is not sharing it: an article speaks for itself only where source_kind is author.
--   Leave the box empty for every framing.
-- needs: framings, claim_framings, claim_appearances
-- chart: {"mark": "circle", "x_column": "outlet", "x_type": "ordinal", "y_column": "speaker", "y_type":
--   "nominal", "color_column": "framing_name"}
-- param framing: which framing, as its slug or a part of its name |
select distinct
    framings.name as framing_name,
    claim_appearances.speaker,
    claim_appearances.words,
    claim_appearances.act,
    claim_appearances.wording,
    claim_appearances.source_kind,
    claim_appearances.outlet,
    claim_appearances.happened_on,
    claim_appearances.date_basis,
    claim_appearances.claim_id,
    claim_appearances.proposition,
    claim_appearances.claim_origin,
    claim_framings.status as tag_status,
    claim_appearances.review_status,
    claim_appearances.attribution_id,
    claim_appearances.article_id
from framings
cross join claim_framings on claim_framings.framing = framings.slug
    and claim_framings.status <> 'withdrawn'
cross join claim_appearances on claim_appearances.claim_id = claim_framings.claim_id
    and claim_appearances.stance = 'asserts'
where :framing = ''
    or framings.slug = :framing
    or framings.name like '%' || :framing || '%'
order by
    framings.name,
    claim_appearances.happened_on is null,
    claim_appearances.happened_on,
    claim_appearances.attribution_id
