-- What the search tables do not hold as it is now: rows that are new, and rows that were taken out of them when they changed.
-- Nothing is noted before they were filled for the first time (_state: searched), so that a first load pays nothing for it.
create table _search_pending (
    place text not null check (place in ('statements', 'claims', 'actors', 'articles')),
    n integer not null,
    primary key (place, n)
) without rowid;

-- Names of actors as the search tables hold them, where they have changed since.
create table _search_names (
    actor_id text primary key,
    name text not null,
    names text
) without rowid;

create trigger _search_new_claim after insert on claims
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_pending (place, n)
    select
        'claims',
        new.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'claims' and _search_pending.n = new.n);
end;

create trigger _search_changed_claim before update of proposition, title, subtitle on claims
when (old.proposition is not new.proposition or old.title is not new.title or old.subtitle is not new.subtitle) and exists (select 1 from _state where _state.key = 'searched') begin
    insert into claims_fts (claims_fts, rowid, proposition, title, subtitle)
    select
        'delete',
        old.n,
        old.proposition,
        old.title,
        old.subtitle
    where not exists (select 1 from _search_pending where _search_pending.place = 'claims' and _search_pending.n = old.n);
    insert into _search_pending (place, n)
    select
        'claims',
        old.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'claims' and _search_pending.n = old.n);
end;

create trigger _search_deleted_claim before delete on claims
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into claims_fts (claims_fts, rowid, proposition, title, subtitle)
    select
        'delete',
        old.n,
        old.proposition,
        old.title,
        old.subtitle
    where not exists (select 1 from _search_pending where _search_pending.place = 'claims' and _search_pending.n = old.n);
    delete from _search_pending
    where place = 'claims' and n = old.n;
end;

create trigger _search_new_article after insert on articles
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_pending (place, n)
    select
        'articles',
        new.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'articles' and _search_pending.n = new.n);
end;

create trigger _search_changed_article before update of title, byline, text on articles
when (old.title is not new.title or old.byline is not new.byline or old.text is not new.text) and exists (select 1 from _state where _state.key = 'searched') begin
    insert into articles_fts (articles_fts, rowid, title, byline, text)
    select
        'delete',
        old.n,
        old.title,
        old.byline,
        old.text
    where not exists (select 1 from _search_pending where _search_pending.place = 'articles' and _search_pending.n = old.n);
    insert into _search_pending (place, n)
    select
        'articles',
        old.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'articles' and _search_pending.n = old.n);
end;

create trigger _search_deleted_article before delete on articles
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into articles_fts (articles_fts, rowid, title, byline, text)
    select
        'delete',
        old.n,
        old.title,
        old.byline,
        old.text
    where not exists (select 1 from _search_pending where _search_pending.place = 'articles' and _search_pending.n = old.n);
    delete from _search_pending
    where place = 'articles' and n = old.n;
end;

create trigger _search_new_statement after insert on attributions
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_pending (place, n)
    select
        'statements',
        new.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'statements' and _search_pending.n = new.n);
end;

create trigger _search_changed_statement before update of quotation, content_text, gist, source_text, actor_id on attributions
when (old.quotation is not new.quotation or old.content_text is not new.content_text or old.gist is not new.gist or old.source_text is not new.source_text or old.actor_id is not new.actor_id) and exists (select 1 from _state where _state.key = 'searched') begin
    insert into statements_fts (statements_fts, rowid, quotation, content_text, gist, source_text, speaker, speaker_names)
    select
        'delete',
        old.n,
        old.quotation,
        old.content_text,
        old.gist,
        old.source_text,
        coalesce(_search_names.name, actors.name),
        iif(_search_names.actor_id is null, (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = old.actor_id
        ), _search_names.names)
    from (select old.actor_id as actor_id) as said
    left join actors on actors.id = said.actor_id
    left join _search_names on _search_names.actor_id = said.actor_id
    where not exists (select 1 from _search_pending where _search_pending.place = 'statements' and _search_pending.n = old.n);
    insert into _search_pending (place, n)
    select
        'statements',
        old.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'statements' and _search_pending.n = old.n);
end;

create trigger _search_deleted_statement before delete on attributions
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into statements_fts (statements_fts, rowid, quotation, content_text, gist, source_text, speaker, speaker_names)
    select
        'delete',
        old.n,
        old.quotation,
        old.content_text,
        old.gist,
        old.source_text,
        coalesce(_search_names.name, actors.name),
        iif(_search_names.actor_id is null, (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = old.actor_id
        ), _search_names.names)
    from (select old.actor_id as actor_id) as said
    left join actors on actors.id = said.actor_id
    left join _search_names on _search_names.actor_id = said.actor_id
    where not exists (select 1 from _search_pending where _search_pending.place = 'statements' and _search_pending.n = old.n);
    delete from _search_pending
    where place = 'statements' and n = old.n;
end;

create trigger _search_new_actor after insert on actors
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_pending (place, n)
    select
        'actors',
        new.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = new.n);
end;

create trigger _search_changed_actor before update of name, role, description on actors
when (old.name is not new.name or old.role is not new.role or old.description is not new.description) and exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_names (actor_id, name, names)
    select
        actors.id,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        )
    from actors
    where actors.id = old.id
        and not exists (select 1 from _search_names where _search_names.actor_id = actors.id);
    insert into actors_fts (actors_fts, rowid, name, names, role, description)
    select
        'delete',
        actors.n,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        ),
        actors.role,
        actors.description
    from actors
    where actors.id = old.id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
    insert into _search_pending (place, n)
    select
        'actors',
        old.n
    where not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = old.n);
end;

create trigger _search_deleted_actor before delete on actors
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_names (actor_id, name, names)
    select
        actors.id,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        )
    from actors
    where actors.id = old.id
        and not exists (select 1 from _search_names where _search_names.actor_id = actors.id);
    insert into actors_fts (actors_fts, rowid, name, names, role, description)
    select
        'delete',
        actors.n,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        ),
        actors.role,
        actors.description
    from actors
    where actors.id = old.id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
    delete from _search_pending
    where place = 'actors' and n = old.n;
end;

-- Before an insert that meets a name which is there already, too, and does nothing.
create trigger _search_new_name before insert on actor_names
when exists (select 1 from _state where _state.key = 'searched')
    and not exists (
        select 1
        from actor_names
        where actor_names.actor_id = new.actor_id
            and actor_names.name = new.name
    ) begin
    insert into _search_names (actor_id, name, names)
    select
        actors.id,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        )
    from actors
    where actors.id = new.actor_id
        and not exists (select 1 from _search_names where _search_names.actor_id = actors.id);
    insert into actors_fts (actors_fts, rowid, name, names, role, description)
    select
        'delete',
        actors.n,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        ),
        actors.role,
        actors.description
    from actors
    where actors.id = new.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
    insert into _search_pending (place, n)
    select
        'actors',
        actors.n
    from actors
    where actors.id = new.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
end;

create trigger _search_deleted_name before delete on actor_names
when exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_names (actor_id, name, names)
    select
        actors.id,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        )
    from actors
    where actors.id = old.actor_id
        and not exists (select 1 from _search_names where _search_names.actor_id = actors.id);
    insert into actors_fts (actors_fts, rowid, name, names, role, description)
    select
        'delete',
        actors.n,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        ),
        actors.role,
        actors.description
    from actors
    where actors.id = old.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
    insert into _search_pending (place, n)
    select
        'actors',
        actors.n
    from actors
    where actors.id = old.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
end;

create trigger _search_changed_name before update of actor_id, name on actor_names
when (old.actor_id <> new.actor_id or old.name <> new.name) and exists (select 1 from _state where _state.key = 'searched') begin
    insert into _search_names (actor_id, name, names)
    select
        actors.id,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        )
    from actors
    where actors.id = old.actor_id
        and not exists (select 1 from _search_names where _search_names.actor_id = actors.id);
    insert into actors_fts (actors_fts, rowid, name, names, role, description)
    select
        'delete',
        actors.n,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        ),
        actors.role,
        actors.description
    from actors
    where actors.id = old.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
    insert into _search_pending (place, n)
    select
        'actors',
        actors.n
    from actors
    where actors.id = old.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
    insert into _search_names (actor_id, name, names)
    select
        actors.id,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        )
    from actors
    where actors.id = new.actor_id
        and not exists (select 1 from _search_names where _search_names.actor_id = actors.id);
    insert into actors_fts (actors_fts, rowid, name, names, role, description)
    select
        'delete',
        actors.n,
        actors.name,
        (
            select group_concat(actor_names.name, ' · ')
            from actor_names
            where actor_names.actor_id = actors.id
        ),
        actors.role,
        actors.description
    from actors
    where actors.id = new.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
    insert into _search_pending (place, n)
    select
        'actors',
        actors.n
    from actors
    where actors.id = new.actor_id
        and not exists (select 1 from _search_pending where _search_pending.place = 'actors' and _search_pending.n = actors.n);
end;
