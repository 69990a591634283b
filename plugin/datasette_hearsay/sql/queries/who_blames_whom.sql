-- title: Who blames whom
-- description: Each accusation or insinuation, with the words in which it is made and the article that
--   reports it; an article that blames somebody itself is marked by voice = author. Narrow it to those who
--   accuse or are accused, by id or by part of a name; empty boxes mean everybody.
-- needs: blame
-- chart: {"mark": "circle", "x_column": "target", "x_type": "ordinal", "y_column": "accuser", "y_type":
--   "nominal", "color_column": "act"}
-- param accuser: who accuses, as an id or a part of a name |
-- param target: who is accused, as an id or a part of a name |
select
    blame.accuser,
    blame.act,
    blame.target,
    blame.proposition,
    blame.words,
    blame.voice,
    blame.accuser_kind,
    blame.condition,
    blame.outlet,
    blame.said_on,
    blame.wording,
    blame.review_status,
    blame.claim_id,
    blame.attribution_id,
    blame.article_id
from blame
where blame.act in ('accuse', 'insinuate')
    and (
        :accuser = ''
        or blame.accuser_id = :accuser
        or blame.accuser like '%' || :accuser || '%'
    )
    and (
        :target = ''
        or blame.target_id = :target
        or blame.target like '%' || :target || '%'
    )
order by
    blame.accuser,
    blame.target,
    blame.attribution_id
