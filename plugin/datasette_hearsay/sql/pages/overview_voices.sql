-- title: Voices on disputed claims
-- description: For each of the claims in :ids (a JSON array): who takes which stand, one statement for each speaker and
--   at most :voices speakers for each stand, originals before their copies and quoted words before others.
-- needs: statements, claim_attributions
with voices as (
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
    where claim_attributions.claim_id in (select value from json_each(:ids))
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
    speakers.claim_id,
    speakers.stance,
    statements.*
from speakers
join statements on statements.fts_pk = speakers.fts_pk
where speakers.place <= :voices
order by speakers.claim_id, speakers.stance, speakers.place
