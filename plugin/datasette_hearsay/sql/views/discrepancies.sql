-- title: Discrepancies
-- description: One row for each answer that an article gives to a question on which the accounts differ, with
--   the words that give it and the kind of difference. values_in_facet counts the different answers to the
--   question.
-- needs: facets, accounts, articles, attributions, outlets, _article_roots
select
    facets.id as facet_id,
    facets.question,
    facets.unit,
    accounts.article_id,
    articles.title as article_title,
    outlets.name as outlet,
    coalesce(_article_roots.root_id, accounts.article_id) as root_article_id,
    accounts.value,
    accounts.low,
    accounts.high,
    accounts.qualifier,
    accounts.difference,
    coalesce(accounts.text, attributions.quotation, attributions.gist) as words,
    accounts.attribution_id,
    accounts.id as account_id,
    accounts.start,
    accounts."end",
    accounts.decided_by,
    accounts.note,
    (
        select count(distinct others.value)
        from accounts as others
        where others.facet_id = accounts.facet_id
    ) as values_in_facet,
    accounts.method
from accounts
join facets on facets.id = accounts.facet_id
join articles on articles.id = accounts.article_id
left join attributions on attributions.id = accounts.attribution_id
left join _article_roots on _article_roots.article_id = accounts.article_id
left join outlets on outlets.id = coalesce(
    iif(_article_roots.root_id <> articles.id, articles.publisher_id, null),
    articles.origin_outlet_id,
    articles.publisher_id
)
where attributions.review_status is not 'withdrawn'
