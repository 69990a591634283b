-- title: Disputes
-- description: One row for each claim on which the voices differ: it is asserted and also denied, questioned
--   or withheld, or another claim in the file contradicts it. Numbers count utterances: what one person said
--   once counts once, however many articles repeat it. within_one_article names articles that hold both an
--   assertion and a denial.
-- needs: claims, claim_appearances, claim_attributions, claim_relations
select
    claims.id as claim_id,
    claims.proposition,
    count(distinct iif(stance = 'asserts', utterance_key, null)) as asserts,
    count(distinct iif(stance = 'denies', utterance_key, null)) as denies,
    count(distinct iif(stance = 'questions', utterance_key, null)) as questions,
    count(distinct iif(stance = 'withholds', utterance_key, null)) as withholds,
    (
        select group_concat(voices.speaker, ' · ')
        from (
            select distinct others.speaker
            from claim_appearances as others
            where others.claim_id = claims.id
                and others.stance = 'asserts'
            order by others.speaker
        ) as voices
    ) as speakers_asserting,
    (
        select group_concat(voices.speaker, ' · ')
        from (
            select distinct others.speaker
            from claim_appearances as others
            where others.claim_id = claims.id
                and others.stance = 'denies'
            order by others.speaker
        ) as voices
    ) as speakers_denying,
    count(distinct article_id) as articles,
    count(distinct root_article_id) as independent_articles,
    (
        select group_concat(split.article_id, ', ')
        from (
            select others.article_id
            from claim_appearances as others
            where others.claim_id = claims.id
            group by others.article_id
            having sum(others.stance = 'asserts') > 0
                and sum(others.stance = 'denies') > 0
        ) as split
    ) as within_one_article,
    count(*) as mentions,
    count(distinct utterance_key) as utterances,
    (
        select group_concat(opposing.claim_id, ', ')
        from (
            select claim_relations.other_claim_id as claim_id
            from claim_relations
            where claim_relations.claim_id = claims.id
                and claim_relations.relation = 'contradicts'
            union
            select claim_relations.claim_id
            from claim_relations
            where claim_relations.other_claim_id = claims.id
                and claim_relations.relation = 'contradicts'
        ) as opposing
    ) as contradicted_by,
    claims.origin as claim_origin
from claims
-- "cross join" keeps to the order of the claims, so that the first rows do not wait for the last.
cross join claim_appearances on claim_appearances.claim_id = claims.id
where exists (
        select 1
        from claim_attributions
        where claim_attributions.claim_id = claims.id
            and claim_attributions.stance <> 'asserts'
    )
    or exists (
        select 1
        from claim_relations
        where (claim_relations.claim_id = claims.id or claim_relations.other_claim_id = claims.id)
            and claim_relations.relation = 'contradicts'
    )
group by claims.id
having count(distinct stance) > 1
    or contradicted_by is not null
