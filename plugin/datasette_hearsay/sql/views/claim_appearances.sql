-- title: Appearances of claims
-- description: One row for each statement that takes a stand on a claim: asserts, denies or questions it, or
--   pointedly withholds an answer. happened_on is the day it was said, else the day the article appeared,
--   else unknown.
-- needs: claims, claim_attributions, statements
select
    claims.id as claim_id,
    claims.proposition,
    claims.origin as claim_origin,
    claim_attributions.stance,
    statements.id as attribution_id,
    statements.speaker_id,
    statements.speaker,
    statements.act,
    statements.words,
    statements.wording,
    statements.quote_type,
    statements.article_id,
    statements.article_title,
    statements.outlet_id,
    statements.outlet,
    statements.root_article_id,
    statements.utterance_key,
    statements.said_on,
    statements.published_on,
    coalesce(statements.said_on, statements.published_on) as happened_on,
    case
        when statements.said_on is not null then 'said'
        when statements.published_on is not null then 'published'
    end as date_basis,
    claim_attributions.method,
    claim_attributions.score,
    claim_attributions.why,
    statements.review_status,
    ifnull(statements.speaker_id = claims.claimant_id, 0) as first_voice,
    statements.source_kind,
    statements.polarity,
    statements.extraction_confidence
from claim_attributions
join claims on claims.id = claim_attributions.claim_id
join statements on statements.id = claim_attributions.attribution_id
