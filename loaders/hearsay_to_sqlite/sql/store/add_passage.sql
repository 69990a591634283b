insert into passages (article_id, n, start, "end", kind)
values (?, ?, ?, ?, ?)
