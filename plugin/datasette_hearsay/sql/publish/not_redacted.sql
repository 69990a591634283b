-- title: It was not redacted
-- description: The file has no note of what was removed from it.
-- needs: _state
select 1
where not exists (select 1 from _state where key = 'redacted')
