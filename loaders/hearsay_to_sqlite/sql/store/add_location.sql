insert into article_locations (article_id, location, url, saved_copy, retrieved_at, source_sha256, text_sha256)
values (:article_id, :location, :url, :saved_copy, :retrieved_at, :source_sha256, :text_sha256)
on conflict (article_id, location) do nothing
