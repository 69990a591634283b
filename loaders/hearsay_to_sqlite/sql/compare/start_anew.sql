delete from _prints;
delete from _proposed;
delete from _pairs;
delete from _compared;
delete from wording_changes
where method = 'extracted'
    and article_id in (select id from articles where text is not null)
    and copied_from_id in (select id from articles where text is not null);
delete from copies
where method = 'extracted'
    and article_id in (select id from articles where text is not null)
    and copied_from_id in (select id from articles where text is not null);
