-- title: Spellings
-- description: How each article spells each name, and how often. wording tells a translation or a copy, whose
--   spellings are not those of the outlet that the text is taken to come from.
-- needs: mentions, actors, articles, outlets, _article_roots
select
    mentions.actor_id,
    actors.name as actor,
    mentions.name,
    coalesce(
        iif(_article_roots.root_id <> articles.id, articles.publisher_id, null),
        articles.origin_outlet_id,
        articles.publisher_id
    ) as outlet_id,
    outlets.name as outlet,
    mentions.article_id,
    count(*) as mentions,
    articles.title as article_title,
    articles.wording
from mentions
join actors on actors.id = mentions.actor_id
join articles on articles.id = mentions.article_id
left join _article_roots on _article_roots.article_id = mentions.article_id
left join outlets on outlets.id = coalesce(
    iif(_article_roots.root_id <> articles.id, articles.publisher_id, null),
    articles.origin_outlet_id,
    articles.publisher_id
)
group by mentions.actor_id, mentions.article_id, mentions.name
