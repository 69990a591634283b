-- title: Disputes
-- description: One row for each claim on which the voices differ: it is asserted and also denied, questioned
--   or withheld, or another claim in the file contradicts it. Numbers count utterances: what one person said
--   once counts once, however many articles repeat it. within_one_article names articles that hold both an
--   assertion and a denial.
-- needs: claim_appearances, claim_attributions, claim_relations
with opposed as (
    select claim_id, other_claim_id
    from claim_relations
    where relation = 'contradicts'
    union
    select other_claim_id, claim_id
    from claim_relations
    where relation = 'contradicts'
)
select
    claim_appearances.claim_id,
    claim_appearances.proposition,
    count(distinct iif(stance = 'asserts', utterance_key, null)) as asserts,
    count(distinct iif(stance = 'denies', utterance_key, null)) as denies,
    count(distinct iif(stance = 'questions', utterance_key, null)) as questions,
    count(distinct iif(stance = 'withholds', utterance_key, null)) as withholds,
    (
        select group_concat(voices.speaker, ' · ')
        from (
            select distinct others.speaker
            from claim_appearances as others
            where others.claim_id = claim_appearances.claim_id
                and others.stance = 'asserts'
            order by others.speaker
        ) as voices
    ) as speakers_asserting,
    (
        select group_concat(voices.speaker, ' · ')
        from (
            select distinct others.speaker
            from claim_appearances as others
            where others.claim_id = claim_appearances.claim_id
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
            where others.claim_id = claim_appearances.claim_id
            group by others.article_id
            having sum(others.stance = 'asserts') > 0
                and sum(others.stance = 'denies') > 0
        ) as split
    ) as within_one_article,
    count(*) as mentions,
    count(distinct utterance_key) as utterances,
    (
        select group_concat(opposed.other_claim_id, ', ')
        from opposed
        where opposed.claim_id = claim_appearances.claim_id
    ) as contradicted_by,
    claim_appearances.claim_origin
from claim_appearances
where claim_appearances.claim_id in (
        select claim_attributions.claim_id
        from claim_attributions
        where claim_attributions.stance <> 'asserts'
        union
        select opposed.claim_id
        from opposed
    )
group by claim_appearances.claim_id
having count(distinct stance) > 1
    or claim_appearances.claim_id in (select opposed.claim_id from opposed)
