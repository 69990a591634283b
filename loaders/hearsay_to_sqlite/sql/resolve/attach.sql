insert or ignore into claim_attributions (claim_id, attribution_id, stance, method, score, why)
values (:claim, :id, :stance, 'curated', null, :why)
