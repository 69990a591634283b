delete from mentions
where article_id = ?
    and actor_id in (select id from actors where origin = 'extracted')
