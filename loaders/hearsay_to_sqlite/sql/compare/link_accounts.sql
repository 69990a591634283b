-- The statement that gives each account that the machine found: the shortest one whose content holds the words.
update accounts
set attribution_id = (
    select attributions.id
    from attributions
    where attributions.article_id = accounts.article_id
        and attributions.content_start <= accounts.start
        and attributions.content_end >= accounts."end"
        and attributions.superseded_by is null
        and attributions.repeat_of is null
    order by attributions.content_end - attributions.content_start, attributions.id
    limit 1
)
where method = 'extracted'
