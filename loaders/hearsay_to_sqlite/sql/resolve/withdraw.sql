update attributions
set review_status = 'withdrawn', reviewed_by = :who, reviewed_at = :day
where id = :id and review_status <> 'withdrawn'
