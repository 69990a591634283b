-- title: Statement words
-- description: What the search over statements reads: the words, our gist of them, and every name of the speaker.
-- needs: attributions, actors, actor_names
select
    attributions.n,
    attributions.quotation,
    attributions.content_text,
    attributions.gist,
    attributions.source_text,
    actors.name as speaker,
    (
        select group_concat(actor_names.name, ' · ')
        from actor_names
        where actor_names.actor_id = attributions.actor_id
    ) as speaker_names
from attributions
left join actors on actors.id = attributions.actor_id
