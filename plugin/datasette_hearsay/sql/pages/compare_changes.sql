-- title: Changes of wording between two articles
-- description: Every change on the way from one to the other, in the order of the original.
-- needs: changed_wording
select
    changed_wording.id,
    changed_wording.article_id,
    changed_wording.copied_from_id,
    changed_wording.kind,
    changed_wording.words,
    changed_wording.copied_words,
    changed_wording.start,
    changed_wording."end",
    changed_wording.copied_start,
    changed_wording.copied_end,
    changed_wording.similarity,
    changed_wording.why,
    changed_wording.method
from changed_wording
where (changed_wording.article_id = :article and changed_wording.copied_from_id = :other)
    or (changed_wording.article_id = :other and changed_wording.copied_from_id = :article)
order by
    coalesce(changed_wording.copied_start, changed_wording.start),
    changed_wording.start,
    changed_wording.id
limit :size offset :after
