-- title: Copies
-- description: Which article derives from which, how, on what ground, and how many changes of wording are recorded.
-- needs: copies, wording_changes
-- kept: {"size": 40}
select
    copies.article_id,
    copies.copied_from_id,
    copies.kind,
    copies.direction,
    copies.basis,
    copies.method,
    copies.coverage,
    (
        select count(*)
        from wording_changes
        where wording_changes.article_id = copies.article_id
            and wording_changes.copied_from_id = copies.copied_from_id
            and wording_changes.kind <> 'same'
    ) as changes
from copies
order by copies.copied_from_id, copies.article_id
limit :size
