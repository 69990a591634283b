-- title: What is contradicted inside the same article
-- description: Pairs of statements of one article that cannot both hold: a claim asserted by one voice and
--   denied by another, or two claims that are recorded as contradicting each other. Leave the box empty for
--   every article.
-- needs: claim_appearances, claim_relations, claim_attributions, attributions
-- chart: {"mark": "circle", "x_column": "article_title", "x_type": "ordinal", "y_column": "claim_id",
--   "y_type": "nominal", "color_column": "how"}
-- param article: which article, as an id or a part of its title |
with pairs as (
    select
        asserting.claim_id,
        asserting.attribution_id,
        denying.claim_id as other_claim_id,
        denying.attribution_id as other_attribution_id,
        'asserted and denied' as how
    from claim_attributions as denying
    join attributions as denial on denial.id = denying.attribution_id
    join claim_attributions as asserting on asserting.claim_id = denying.claim_id
        and asserting.stance = 'asserts'
    join attributions as assertion on assertion.id = asserting.attribution_id
        and +assertion.article_id = denial.article_id
    where denying.stance = 'denies'
    union all
    select
        asserting.claim_id,
        asserting.attribution_id,
        opposing.claim_id,
        opposing.attribution_id,
        'contradicting claims'
    from claim_relations
    join claim_attributions as asserting on asserting.claim_id = claim_relations.claim_id
        and asserting.stance = 'asserts'
    join attributions as assertion on assertion.id = asserting.attribution_id
    join claim_attributions as opposing on opposing.claim_id = claim_relations.other_claim_id
        and opposing.stance = 'asserts'
    join attributions as opposition on opposition.id = opposing.attribution_id
        and +opposition.article_id = assertion.article_id
    where claim_relations.relation = 'contradicts'
)
select
    one.article_title,
    one.speaker,
    one.words,
    other.speaker as other_speaker,
    other.words as other_words,
    pairs.how,
    one.proposition,
    other.proposition as other_proposition,
    one.review_status,
    other.review_status as other_review_status,
    one.claim_id,
    one.attribution_id,
    other.attribution_id as other_attribution_id,
    one.article_id
from pairs
join claim_appearances as one on one.claim_id = pairs.claim_id
    and one.attribution_id = pairs.attribution_id
join claim_appearances as other on other.claim_id = pairs.other_claim_id
    and other.attribution_id = pairs.other_attribution_id
where (
        :article = ''
        or one.article_id = :article
        or one.article_title like '%' || :article || '%'
    )
order by
    one.article_title,
    one.claim_id,
    one.attribution_id,
    other.attribution_id
