insert into mentions (article_id, actor_id, name, start, "end")
values (?, ?, ?, ?, ?)
