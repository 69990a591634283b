-- title: Waiting for a person
-- description: What nobody has decided yet: decisions that no longer fit the words they were about, what the
--   machine proposes, claims it put together itself, and statements that only a machine found.
-- needs: decisions, proposals, claims, statements, attributions
select
    'unfit-decision' as kind,
    decisions.id as subject,
    decisions.anchor as what,
    decisions.after as candidate,
    null as score,
    coalesce(decisions.why, decisions.kind) as why,
    null as article_id
from decisions
where decisions.applied = 0
    -- One that a later decision replaced waits for nobody.
    and not exists (
        select 1
        from decisions as later
        where later.supersedes = decisions.id
    )
union all
select
    proposals.kind,
    proposals.subject,
    coalesce(attributions.quotation, attributions.gist, attributions.content_text),
    proposals.candidate,
    proposals.score,
    proposals.why,
    attributions.article_id
from proposals
left join attributions on attributions.id = proposals.subject
    and proposals.kind = 'known-claim'
union all
select
    'proposed-claim',
    claims.id,
    claims.proposition,
    null,
    null,
    'a cluster of statements without a curated claim',
    null
from claims
where claims.origin = 'proposed'
union all
select
    'unreviewed-statement',
    statements.id,
    statements.words,
    statements.speaker,
    statements.extraction_confidence,
    statements.rule,
    statements.article_id
from statements
where statements.review_status = 'machine'
