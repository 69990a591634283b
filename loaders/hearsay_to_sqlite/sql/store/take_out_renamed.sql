-- Take the statements of actors whose names have changed out of the search table, as it holds them, and note that they wait.
insert into statements_fts (statements_fts, rowid, quotation, content_text, gist, source_text, speaker, speaker_names)
select
    'delete',
    attributions.n,
    attributions.quotation,
    attributions.content_text,
    attributions.gist,
    attributions.source_text,
    _search_names.name,
    _search_names.names
from _search_names
join attributions on attributions.actor_id = _search_names.actor_id
where not exists (
        select 1
        from _search_pending
        where _search_pending.place = 'statements'
            and _search_pending.n = attributions.n
    );
insert or ignore into _search_pending (place, n)
select
    'statements',
    attributions.n
from _search_names
join attributions on attributions.actor_id = _search_names.actor_id;
