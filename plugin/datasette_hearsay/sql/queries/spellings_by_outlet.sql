-- title: How each outlet spells a name
-- description: Every spelling of an actor’s name and how often each article uses it. In a translation or a
--   copy (see wording) the spelling is the translator’s. Leave the box empty for every name.
-- needs: spellings, actors, actor_names
-- chart: {"mark": "bar", "x_column": "name", "x_type": "ordinal", "y_column": "mentions", "y_type":
--   "quantitative", "color_column": "article_title"}
-- param actor: who, as an id or a part of a name |
with wanted as (
    select actors.id
    from actors
    where actors.id = :actor
    union
    select actor_names.actor_id
    from actor_names
    where actor_names.name like '%' || :actor || '%'
        and not exists (select 1 from actors where actors.id = :actor)
    union
    select actors.id
    from actors
    where actors.name like '%' || :actor || '%'
        and not exists (select 1 from actors as exactly where exactly.id = :actor)
)
select
    spellings.actor,
    spellings.name,
    spellings.mentions,
    spellings.outlet,
    spellings.article_title,
    spellings.wording,
    spellings.actor_id,
    spellings.article_id
from spellings
where spellings.actor_id in (select wanted.id from wanted)
order by
    spellings.actor,
    spellings.name,
    spellings.article_id
