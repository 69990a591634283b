delete from claim_attributions
where claim_id = :claim and attribution_id = :id and (stance is not :stance or method <> 'curated')
