-- title: What is contradicted inside the same article
-- description: Pairs of statements of one article that cannot both hold: a claim asserted by one voice and
--   denied by another, or two claims that are recorded as contradicting each other. Leave the box empty for
--   every article.
-- needs: claim_appearances, claim_relations, claims
-- chart: {"mark": "circle", "x_column": "article_title", "x_type": "ordinal", "y_column": "claim_id",
--   "y_type": "nominal", "color_column": "how"}
-- param article: which article, as an id or a part of its title |
with opposed as (
    select claim_relations.claim_id, claim_relations.other_claim_id, 'contradicting claims' as how
    from claim_relations
    where claim_relations.relation = 'contradicts'
    union
    select claims.id, claims.id, 'asserted and denied'
    from claims
)
select
    one.article_title,
    one.speaker,
    one.words,
    other.speaker as other_speaker,
    other.words as other_words,
    opposed.how,
    one.proposition,
    other.proposition as other_proposition,
    one.review_status,
    other.review_status as other_review_status,
    one.claim_id,
    one.attribution_id,
    other.attribution_id as other_attribution_id,
    one.article_id
from claim_appearances as one
join opposed on opposed.claim_id = one.claim_id
join claim_appearances as other on other.claim_id = opposed.other_claim_id
    and other.article_id = one.article_id
    and other.stance = iif(opposed.how = 'asserted and denied', 'denies', 'asserts')
where one.stance = 'asserts'
    and (
        :article = ''
        or one.article_id = :article
        or one.article_title like '%' || :article || '%'
    )
order by
    one.article_title,
    one.claim_id,
    one.attribution_id,
    other.attribution_id
