-- title: What is in the file
-- description: Changes when articles, statements, claims, actors or decisions are added.
-- needs: _stamp
select _stamp.stamp
from _stamp
