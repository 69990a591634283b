insert into outlets (id, name, url, country, language, kind)
values (:id, :name, :url, :country, :language, :kind)
on conflict (id) do nothing
