select
    decisions.id,
    decisions.kind,
    decisions.anchor,
    decisions.after,
    decisions.who,
    decisions.decided_on,
    decisions.why
from decisions
where decisions.id not in (select later.supersedes from decisions as later where later.supersedes is not null)
order by decisions.decided_on, decisions.id
