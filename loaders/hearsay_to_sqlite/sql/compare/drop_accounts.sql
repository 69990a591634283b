-- What the machine took for an account where a person has given one, or where the facet counts nothing any more.
delete from accounts
where method = 'extracted'
    and (
        exists (
            select 1
            from accounts as curated
            where curated.facet_id = accounts.facet_id
                and curated.article_id = accounts.article_id
                and curated.method = 'curated'
        )
        or not exists (
            select 1
            from facets
            join _counted on _counted.facet_id = facets.id
                and _counted.counts = facets.counts
            where facets.id = accounts.facet_id
        )
    )
