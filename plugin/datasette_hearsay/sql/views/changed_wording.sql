-- title: Changed wording
-- description: What a passage became on the way from one article into its copy: one row for each change, with
--   the words on both sides where the texts are in this file.
-- needs: wording_changes, articles
select
    wording_changes.id,
    wording_changes.article_id,
    articles.title as article_title,
    wording_changes.copied_from_id,
    originals.title as copied_from_title,
    wording_changes.kind,
    substr(
        articles.text,
        wording_changes.start + 1,
        wording_changes."end" - wording_changes.start
    ) as words,
    substr(
        originals.text,
        wording_changes.copied_start + 1,
        wording_changes.copied_end - wording_changes.copied_start
    ) as copied_words,
    wording_changes.start,
    wording_changes."end",
    wording_changes.copied_start,
    wording_changes.copied_end,
    wording_changes.similarity,
    wording_changes.why,
    wording_changes.method,
    wording_changes.diff
from wording_changes
join articles on articles.id = wording_changes.article_id
join articles as originals on originals.id = wording_changes.copied_from_id
