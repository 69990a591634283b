-- What was said of the wording of two articles of which neither is shown as the other's copy any more.
delete from wording_changes
where method = 'extracted'
    and article_id = :article
    and copied_from_id not in (select copied_from_id from copies where article_id = :article)
