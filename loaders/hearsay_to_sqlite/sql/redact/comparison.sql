insert into out.facets (id, question, unit, event_id, counts)
select id, question, unit, event_id, counts
from facets;

insert into out.accounts (
    id, facet_id, article_id, attribution_id, value, low, high, qualifier, start, "end", difference, note, method
)
select id, facet_id, article_id, attribution_id, value, low, high, qualifier, start, "end", difference, note, method
from accounts
where ifnull(attribution_id, '') not in (select id from left_out)
    and article_id not in (select id from erased where kind = 'article');

-- What a person wrote on a change is in words of their own, but what the machine wrote quotes both texts.
insert into out.copies (article_id, copied_from_id, kind, direction, coverage, similarity, basis, method)
select article_id, copied_from_id, kind, direction, coverage, similarity, iif(method = 'curated', basis, null), method
from copies;

insert into out.not_copies (article_id, copied_from_id, basis)
select article_id, copied_from_id, basis
from not_copies;

insert into out.wording_changes (
    id, article_id, start, "end", copied_from_id, copied_start, copied_end, similarity, kind, why, method
)
select id, article_id, start, "end", copied_from_id, copied_start, copied_end, similarity, kind,
    iif(method = 'curated', why, null), method
from wording_changes
where article_id not in (select id from erased where kind = 'article')
    and copied_from_id not in (select id from erased where kind = 'article');

-- Without the words that decided, and without the stretches of words that only the machine told apart.
insert into out.utterance_changes (utterance_id, attribution_id, other_id, kind, method)
select utterance_id, attribution_id, other_id, kind, method
from utterance_changes
where attribution_id not in (select id from left_out)
    and other_id not in (select id from left_out);

-- A decision's reasons, words and author stay inside. That it was taken, and on what, does not.
insert into out.decisions (id, kind, anchor, after, who, decided_on, supersedes, applied)
select id, kind, json_remove(anchor, '$.exact', '$.prefix', '$.suffix'), after, 'a reviewer', decided_on,
    iif(supersedes in (select id from decisions where applied = 1), supersedes, null), applied
from decisions
where applied = 1
    and not exists (
        select 1
        from erased
        where instr(ifnull(decisions.after, ''), erased.id) > 0
            or instr(decisions.anchor, erased.id) > 0
    );

-- Whose erasure it was, the notice must not say: their page is found by a hash of its address.
insert into out.notices (id, target, kind, party, text, url, received_on, published_on)
select id,
    case when person then 'actor:' || unnamed(replace(target, 'actor:', '')) else public_id(target) end,
    kind, iif(person, null, party), text, iif(person, null, url), received_on, published_on
from (
    select *, kind = 'erasure' and replace(target, 'actor:', '') in (select id from erased where kind = 'actor') as person
    from notices
)
where kind <> 'legal-hold'
    or published_on is not null;

-- When our tables were made is not when this copy was: the same database gives the same file.
delete from out._sqlite_migrations;

insert into out._sqlite_migrations
select *
from _sqlite_migrations
