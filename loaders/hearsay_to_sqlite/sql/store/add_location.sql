insert into article_locations (article_id, location, retrieved_at, source_sha256, text_sha256)
values (:id, :location, :retrieved_at, :source_sha256, :text_sha256)
on conflict (article_id, location) do nothing
