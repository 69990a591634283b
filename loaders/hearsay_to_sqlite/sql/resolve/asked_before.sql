-- What a person was asked about statements that were compared with these claims before.
select
    proposals.subject,
    proposals.candidate,
    proposals.score,
    proposals.why
from proposals
where proposals.kind = :kind
    and proposals.subject in (select id from temp._unclaimed)
    and proposals.subject in (
        select _match_statements.attribution_id
        from _match_statements
        where _match_statements.known = :known
    )
