-- title: Who blames whom
-- description: One row for each statement that accuses, insinuates or threatens, or that condemns somebody by
--   name. voice tells an article's own voice from the speakers it reports. Reports that somebody did not
--   accuse are left out.
-- needs: statements, claims, claim_attributions
select
    statements.speaker_id as accuser_id,
    statements.speaker as accuser,
    statements.speaker_kind as accuser_kind,
    iif(statements.source_kind = 'author', 'author', 'speaker') as voice,
    statements.act,
    statements.target_id,
    statements.target,
    claims.id as claim_id,
    claims.proposition,
    statements.words,
    statements.gist,
    statements.id as attribution_id,
    statements.article_id,
    statements.article_title,
    statements.outlet,
    statements.said_on,
    statements.wording,
    statements.review_status,
    statements.condition,
    statements.quote_type,
    statements.on_behalf_of_id,
    statements.on_behalf_of,
    statements.utterance_key,
    statements.root_article_id,
    statements.method
from statements
left join claims on claims.id = (
    select claim_attributions.claim_id
    from claim_attributions
    where claim_attributions.attribution_id = statements.id
        and claim_attributions.stance = 'asserts'
    order by claim_attributions.claim_id
    limit 1
)
where statements.polarity = 'positive'
    and (
        statements.act in ('accuse', 'insinuate', 'threaten')
        or (statements.act = 'condemn' and statements.target_id is not null)
    )
