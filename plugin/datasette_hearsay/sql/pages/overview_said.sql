-- title: Statements by id
-- description: The statements whose ids are in :ids (a JSON array), as the view gives them.
-- needs: statements
select statements.*
from statements
where statements.id in (select value from json_each(:ids))
