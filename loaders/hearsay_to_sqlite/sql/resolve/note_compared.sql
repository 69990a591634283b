insert or ignore into _match_statements (attribution_id, known)
select
    _unclaimed.id,
    :known
from temp._unclaimed
