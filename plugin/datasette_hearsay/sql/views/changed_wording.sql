-- title: Changed wording
-- description: What a passage became on the way from one article into its copy: one row for each change, with
--   the words on both sides where the texts are in this file, else the words there that the file holds, if any.
-- needs: wording_changes, articles, attributions, attribution_spans, accounts
select
    wording_changes.id,
    wording_changes.article_id,
    articles.title as article_title,
    wording_changes.copied_from_id,
    originals.title as copied_from_title,
    wording_changes.kind,
    coalesce(
        substr(
            articles.text,
            wording_changes.start + 1,
            wording_changes."end" - wording_changes.start
        ),
        (
            select '… ' || group_concat(held.text, ' … ') || ' …'
            from (
                select
                    attribution_spans.text,
                    attribution_spans.start
                from attributions
                join attribution_spans on attribution_spans.attribution_id = attributions.id
                where attributions.article_id = wording_changes.article_id
                    and attribution_spans.text is not null
                    and attribution_spans.start >= wording_changes.start
                    and attribution_spans."end" <= wording_changes."end"
                union
                select
                    accounts.text,
                    accounts.start
                from accounts
                where accounts.article_id = wording_changes.article_id
                    and accounts.text is not null
                    and accounts.start >= wording_changes.start
                    and accounts."end" <= wording_changes."end"
                order by 2
            ) as held
        )
    ) as words,
    coalesce(
        substr(
            originals.text,
            wording_changes.copied_start + 1,
            wording_changes.copied_end - wording_changes.copied_start
        ),
        (
            select '… ' || group_concat(held.text, ' … ') || ' …'
            from (
                select
                    attribution_spans.text,
                    attribution_spans.start
                from attributions
                join attribution_spans on attribution_spans.attribution_id = attributions.id
                where attributions.article_id = wording_changes.copied_from_id
                    and attribution_spans.text is not null
                    and attribution_spans.start >= wording_changes.copied_start
                    and attribution_spans."end" <= wording_changes.copied_end
                union
                select
                    accounts.text,
                    accounts.start
                from accounts
                where accounts.article_id = wording_changes.copied_from_id
                    and accounts.text is not null
                    and accounts.start >= wording_changes.copied_start
                    and accounts."end" <= wording_changes.copied_end
                order by 2
            ) as held
        )
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
