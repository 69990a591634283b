insert into _state (key, value)
values (:key, :value)
on conflict (key) do update set value = excluded.value
where value is not excluded.value
