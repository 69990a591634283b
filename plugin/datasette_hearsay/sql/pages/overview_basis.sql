-- title: What the case rests on
-- description: How many texts there are, how many of them are independent of one another, translated by machine, or of an
--   origin that was inferred; and how many of their statements a person reviewed.
-- needs: article_basis
-- kept: {}
select
    count(*) as texts,
    count(distinct article_basis.root_article_id) as independent,
    sum(article_basis.wording in ('machine-translated', 'back-translated')) as machine_translated,
    sum(article_basis.origin_outlet_id is not null and article_basis.origin_outlet_id is not article_basis.publisher_id)
        as origin_inferred,
    sum(article_basis.text_at_hand) as texts_at_hand,
    sum(article_basis.statements) as statements,
    sum(article_basis.reviewed) as reviewed,
    min(article_basis.published_on) as first_published_on,
    max(article_basis.published_on) as last_published_on
from article_basis
