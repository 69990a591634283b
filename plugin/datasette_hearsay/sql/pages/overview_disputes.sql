-- title: Disputed claims
-- description: Claims that somebody asserts and somebody else denies, most independent articles first; numbers are of
--   utterances.
-- needs: disputes
-- kept: {"size": 4}
select
    disputes.claim_id,
    disputes.proposition,
    disputes.asserts,
    disputes.denies,
    disputes.questions,
    disputes.withholds,
    disputes.articles,
    disputes.independent_articles,
    disputes.within_one_article,
    disputes.contradicted_by,
    disputes.claim_origin
from disputes
where disputes.asserts > 0
    and disputes.denies + disputes.questions + disputes.withholds > 0
order by
    disputes.denies > 0 desc,
    min(disputes.asserts, disputes.denies) desc,
    disputes.independent_articles desc,
    disputes.claim_id
limit :size
