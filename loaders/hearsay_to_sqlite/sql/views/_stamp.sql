-- title: What kept rows were made from
-- description: Changes when articles, statements, claims, actors or decisions are added. Kept rows of another stamp
--   are not read.
-- needs: articles, attributions, claims, actors, decisions, accounts
select
    'articles ' || ifnull((select max(articles.n) from articles), 0)
    || ' statements ' || ifnull((select max(attributions.n) from attributions), 0)
    || ' claims ' || ifnull((select max(claims.n) from claims), 0)
    || ' actors ' || ifnull((select max(actors.n) from actors), 0)
    || ' decisions ' || ifnull((select max(decisions.rowid) from decisions), 0)
    || ' accounts ' || ifnull((select max(accounts.rowid) from accounts), 0) as stamp
