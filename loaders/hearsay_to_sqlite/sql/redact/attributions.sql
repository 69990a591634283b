-- A withdrawn or erased statement leaves its tombstone: its id and where it was, no words and no people.
insert into out.attributions (
    n, id, article_id, source_kind, quote_type, wording, act, polarity, method, review_status, reviewed_at, anchor, load_id
)
select n, id, article_id, source_kind, quote_type, wording, act, polarity, method, 'withdrawn', reviewed_at,
    'not-anchored', load_id
from attributions
where id in (select id from left_out where why = 'withdrawn');

insert into out.attributions (
    n, id, article_id, source_start, source_end, source_kind, cue_start, cue_end, content_text, content_start,
    content_end, quotation, gist, quote_type, wording, act, act_basis, polarity, condition, certainty, actor_id,
    target_id, nested_in, repeat_of, utterance_id, medium, via_actor_id, said_on, said_on_basis, method, rule,
    extraction_confidence, review_status, reviewed_at, anchor, superseded_by, note, load_id
)
select n, id, article_id, source_start, source_end, source_kind, cue_start, cue_end,
    case
        when :keep_indirect then content_text
        when quote_type = 'direct' then quotation
    end,
    content_start, content_end, quotation, gist, quote_type, wording, act, few_words(act_basis), polarity,
    few_words(condition), few_words(certainty), public_id(actor_id), public_id(target_id), nested_in, repeat_of,
    iif(utterance_id in (select id from utterances where actor_id in (select id from erased where kind = 'actor')), null, utterance_id),
    few_words(medium), public_id(via_actor_id), said_on, said_on_basis, method, rule, extraction_confidence, review_status,
    reviewed_at, iif(anchor = 'text-match', 'text-not-at-hand', anchor), superseded_by, note, load_id
from attributions
where id not in (select id from left_out)
order by n;

insert into out.attribution_spans (attribution_id, part, n, start, "end", text)
select attribution_id, part, n, start, "end", iif(part = 'quoted' or (:keep_indirect and part = 'content'), text, null)
from attribution_spans
where attribution_id not in (select id from left_out);

insert into out.attribution_actors (attribution_id, actor_id, part, capacity, n)
select attribution_id, public_id(actor_id), part, capacity, n
from attribution_actors
where attribution_id not in (select id from left_out);

-- An utterance stays where something that stays reports it, or where nothing ever did.
insert into out.utterances (
    id, actor_id, said_on, said_on_basis, medium, original_language, original_text, original_url, note
)
select id, public_id(actor_id), said_on, said_on_basis, few_words(medium), original_language, original_text, original_url, note
from utterances
where (
        id in (select utterance_id from out.attributions)
        or not exists (select 1 from attributions where attributions.utterance_id = utterances.id)
    )
    and ifnull(actor_id, '') not in (select id from erased where kind = 'actor')
