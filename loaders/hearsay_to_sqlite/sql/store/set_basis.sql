update _extractions
set basis = ?3,
    found = ?4
where article_id = ?1
    and digest = ?2
    and (basis is not ?3 or found is not ?4)
