-- Number the different lines in the order of their code points, and say of each text which is its own.
insert into temp._lines (place, line)
select
    row_number() over (order by line) - 1,
    line
from (select distinct _said.line from temp._said where _said.line is not null);
create index temp._lines_line on _lines (line);
insert into temp._texts (id, rank, place, mark)
select
    _said.id,
    _said.rank,
    (select _lines.place from temp._lines where _lines.line = _said.line),
    _said.mark
from temp._said;
drop index temp._lines_line;
delete from temp._said;
