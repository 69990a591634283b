insert into out.events (id, name, date, place, description)
select id, name, date, place, description
from events;

-- A claim that the machine proposed is in an article's words: it stays where those words stay.
insert into out.claims (n, id, proposition, title, subtitle, url, event_id, topic, claimant_id, said_on, origin)
select n, id, proposition, title, subtitle, url, event_id, topic,
    iif(claimant_id in (select id from erased where kind = 'actor'), null, public_id(claimant_id)), said_on, origin
from claims
where id not in (select id from erased where kind = 'claim')
    and (origin <> 'proposed' or exists (
        select 1
        from claim_attributions
        join out.attributions as kept on kept.id = claim_attributions.attribution_id
        where claim_attributions.claim_id = claims.id
            and (
                instr(kept.quotation, rtrim(claims.proposition, '…')) > 0
                or (:keep_indirect and instr(kept.content_text, rtrim(claims.proposition, '…')) > 0)
            )
    ))
order by n;

insert into out.claim_attributions (claim_id, attribution_id, stance, method, score, why)
select claim_id, attribution_id, stance, method, score, iif(method = 'extracted', null, why)
from claim_attributions
where claim_id in (select id from out.claims)
    and attribution_id not in (select id from left_out);

insert into out.claim_sightings (id, claim_id, url, outlet_id, article_id, published_on, relation)
select id, claim_id, url, outlet_id, article_id, published_on, relation
from claim_sightings
where claim_id in (select id from out.claims);

insert into out.claim_relations (claim_id, other_claim_id, relation, why)
select claim_id, other_claim_id, relation, why
from claim_relations
where claim_id in (select id from out.claims)
    and other_claim_id in (select id from out.claims);

insert into out.clusters (id, kind, size)
select id, kind, size
from clusters
where id in (
        select cluster_id
        from cluster_members
        where member_id in (select id from out.claims)
            or member_id in (select id from out.attributions where review_status <> 'withdrawn')
    );

insert into out.cluster_members (cluster_id, member_id, score)
select cluster_id, member_id, score
from cluster_members
where member_id in (select id from out.claims)
    or member_id in (select id from out.attributions where review_status <> 'withdrawn');

insert into out.framings (slug, name, description)
select slug, name, description
from framings;

-- Who tagged stays: a framing is somebody's opinion.
insert into out.claim_framings (claim_id, framing, tagged_by, tagged_on, rationale, status)
select claim_id, framing, tagged_by, tagged_on, rationale, status
from claim_framings
where claim_id in (select id from out.claims);

insert into out.techniques (id, name)
select id, name
from techniques;

insert into out.framing_techniques (framing, technique_id)
select framing, technique_id
from framing_techniques;

insert into out.reviews (
    id, headline, claim_reviewed_text, publisher, url, archived_url, author, rating_text, rating, best, worst,
    published_on, retracted_on
)
select id, headline, claim_reviewed_text, publisher, url, archived_url, author, rating_text, rating, best, worst,
    published_on, retracted_on
from reviews
where id not in (
        select review_id
        from review_claims
        where claim_id in (select id from erased where kind = 'claim')
    );

insert into out.review_claims (review_id, claim_id, relation, method)
select review_id, claim_id, relation, method
from review_claims
where claim_id in (select id from out.claims)
    and review_id in (select id from out.reviews)
