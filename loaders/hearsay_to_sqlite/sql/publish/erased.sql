-- What an erasure was asked for, by kind. It is carried out in whatever is published, and the analyst's own file keeps it until
-- the case is built without it.
create temp table erased as
select 'actor' as kind, actors.id
from notices
join actors on notices.target in (actors.id, 'actor:' || actors.id)
where notices.kind = 'erasure'
union
select 'claim', claims.id
from notices
join claims on notices.target in (claims.id, 'claim:' || claims.id)
where notices.kind = 'erasure'
union
select 'article', articles.id
from notices
join articles on notices.target in (articles.id, 'article:' || articles.id)
where notices.kind = 'erasure'
union
select 'statement', attributions.id
from notices
join attributions on notices.target in (attributions.id, 'statement:' || attributions.id)
where notices.kind = 'erasure';

create unique index temp.erased_id on erased (kind, id);

-- Statements by, about, through or naming an erased person, of an erased article, or erased themselves.
create temp table erased_statements as
select id
from erased
where kind = 'statement'
union
select id
from attributions
where article_id in (select id from erased where kind = 'article')
    or actor_id in (select id from erased where kind = 'actor')
    or target_id in (select id from erased where kind = 'actor')
    or via_actor_id in (select id from erased where kind = 'actor')
union
select attribution_id
from attribution_actors
where actor_id in (select id from erased where kind = 'actor')
union
select attribution_spans.attribution_id
from erased
join mentions on mentions.actor_id = erased.id
join attributions on attributions.article_id = mentions.article_id
join attribution_spans on attribution_spans.attribution_id = attributions.id
where erased.kind = 'actor'
    and mentions.start >= attribution_spans.start
    and mentions.start < attribution_spans."end"
