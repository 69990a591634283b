delete from claim_attributions where attribution_id = :id;
delete from attribution_spans where attribution_id = :id;
delete from attribution_actors where attribution_id = :id;
delete from _found_actors where attribution_id = :id;
delete from cluster_members where member_id = :id;
update accounts set attribution_id = null where attribution_id = :id;
update attributions set superseded_by = null where superseded_by = :id;
delete from attributions where id = :id;
