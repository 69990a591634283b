update loads
set ended_at = ?, articles = ?, attributions = ?, rejected = ?, counts = ?
where id = ?
