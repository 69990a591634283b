insert into accounts (id, facet_id, article_id, value, low, high, qualifier, start, "end", text, method)
values (:id, :facet_id, :article_id, :value, :low, :high, :qualifier, :start, :end, :text, 'extracted')
on conflict (id) do nothing
