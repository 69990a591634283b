-- Remember the words with which each was compared, where they are new.
insert or replace into _clustered (member_id, mark)
select
    _texts.id,
    _texts.mark
from temp._texts
left join _clustered on _clustered.member_id = _texts.id
where _clustered.mark is not _texts.mark
