insert into attribution_spans (attribution_id, part, n, start, "end", text)
values (?, ?, ?, ?, ?, ?)
