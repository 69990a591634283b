-- Statements that no published form shows. Seeds: what was withdrawn or had to be erased, and (with :gate) charges that nobody reviewed
-- with a person in them. What repeats or replaces one of them, stands inside it or, unreviewed, round it, says the same words,
-- so it goes too.
create temp table left_out as
with recursive gone (id, why) as (
    select id, 'withdrawn'
    from attributions
    where review_status = 'withdrawn'
    union
    select id, 'withdrawn'
    from erased_statements
    union
    select attributions.id, 'unreviewed'
    from attributions
    where :gate
        and attributions.review_status = 'machine'
        and attributions.act in ('accuse', 'threaten', 'insinuate')
        and (
            exists (
                select 1
                from attribution_actors
                join actors on actors.id = attribution_actors.actor_id
                where attribution_actors.attribution_id = attributions.id
                    and attribution_actors.part in ('speaker', 'target', 'on-behalf-of')
                    -- What the machine takes for a group is any name that it knows nothing of.
                    and (actors.kind = 'person' or actors.kind = 'group' and actors.origin = 'extracted')
            )
            -- A person named in the words is a target that the rules may have missed.
            or exists (
                select 1
                from mentions
                join actors on actors.id = mentions.actor_id
                where mentions.article_id = attributions.article_id
                    and mentions.start >= attributions.content_start
                    and mentions.start < attributions.content_end
                    and actors.kind = 'person'
            )
            or names_a_person(attributions.content_text)
            or names_a_person(attributions.quotation)
            or names_a_person(attributions.source_text)
        )
    union
    select attributions.id, 'dependent'
    from gone
    join attributions on attributions.nested_in = gone.id
        or attributions.repeat_of = gone.id
        or attributions.superseded_by = gone.id
    union
    -- What it stands inside holds its words, unless a person has decided on it.
    select outside.id, 'dependent'
    from gone
    join attributions on attributions.id = gone.id
    join attributions as outside on outside.id = attributions.nested_in
    where outside.review_status = 'machine'
)
select
    id,
    -- "withdrawn" is the greatest of the three words: a tombstone stays one.
    max(why) as why
from gone
group by id;

create unique index temp.left_out_id on left_out (id)
