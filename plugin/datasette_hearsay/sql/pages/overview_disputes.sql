-- title: Disputed claims
-- description: Claims that somebody asserts and somebody else denies, most independent articles first, their numbers of
--   utterances, and who takes which stand: one statement for each speaker and at most :voices speakers for each stand,
--   originals before their copies and quoted words before others.
-- needs: disputes, statements, claim_attributions
-- kept: {"size": 4, "voices": 2}
with chosen as (
    select
        disputes.*,
        row_number() over (
            order by
                disputes.denies > 0 desc,
                min(disputes.asserts, disputes.denies) desc,
                disputes.independent_articles desc,
                disputes.claim_id
        ) as claim_place
    from disputes
    where disputes.asserts > 0
        and disputes.denies + disputes.questions + disputes.withholds > 0
    order by claim_place
    limit :size
),
voices as (
    select
        claim_attributions.claim_id,
        claim_attributions.stance,
        statements.fts_pk,
        row_number() over (
            partition by claim_attributions.claim_id, claim_attributions.stance, statements.speaker_id, statements.speaker
            order by statements.article_id <> statements.root_article_id, statements.quotation is null, statements.fts_pk
        ) as turn,
        statements.article_id <> statements.root_article_id as copied,
        statements.quotation is null as unquoted
    from claim_attributions
    join statements on statements.id = claim_attributions.attribution_id
    where claim_attributions.claim_id in (select chosen.claim_id from chosen)
),
speakers as (
    select
        voices.claim_id,
        voices.stance,
        voices.fts_pk,
        row_number() over (
            partition by voices.claim_id, voices.stance
            order by voices.copied, voices.unquoted, voices.fts_pk
        ) as place
    from voices
    where voices.turn = 1
)
select
    chosen.claim_id,
    chosen.proposition,
    chosen.asserts,
    chosen.denies,
    chosen.questions,
    chosen.withholds,
    chosen.articles,
    chosen.independent_articles,
    chosen.within_one_article,
    chosen.contradicted_by,
    chosen.claim_origin,
    speakers.stance,
    statements.*
from chosen
join speakers on speakers.claim_id = chosen.claim_id
join statements on statements.fts_pk = speakers.fts_pk
where speakers.place <= :voices
order by chosen.claim_place, speakers.stance, speakers.place
