-- title: Routes through languages
-- description: Through which languages each of the articles in :ids (a JSON array) came into its own.
-- needs: article_translations
select
    steps.article_id,
    group_concat(ifnull(steps.from_language, '?') || '→' || ifnull(steps.to_language, '?'), ', ') as route
from (
    select article_translations.*
    from article_translations
    where article_translations.article_id in (select value from json_each(:ids))
    order by article_translations.article_id, article_translations.step
) as steps
group by steps.article_id
