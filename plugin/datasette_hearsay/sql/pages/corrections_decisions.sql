-- title: Decisions
-- description: What people decided about what the machine found, newest first, and whether it still fits the words.
-- needs: decisions
select
    decisions.id,
    decisions.kind,
    decisions.anchor,
    decisions.before,
    decisions.after,
    decisions.who,
    decisions.decided_on,
    decisions.why,
    decisions.supersedes as supersedes_decision,
    decisions.applied
from decisions
order by decisions.decided_on desc, decisions.id
limit 200
