delete from _prints;
delete from _proposed;
delete from _pairs;
delete from _compared;
delete from wording_changes
where method = 'extracted'
    and (select text is not null from articles where id = wording_changes.article_id)
    and (select text is not null from articles where id = wording_changes.copied_from_id);
delete from copies
where method = 'extracted'
    and (select text is not null from articles where id = copies.article_id)
    and (select text is not null from articles where id = copies.copied_from_id);
