-- title: Renderings of the same utterance
-- description: Utterances about a claim that several articles render: one row a rendering, the original text's first.
-- needs: statements, claim_attributions
with about as (
    select statements.*
    from claim_attributions
    join statements on statements.id = claim_attributions.attribution_id
    where claim_attributions.claim_id = :id
)
select about.*
from about
where about.utterance_key in (
        select repeated.utterance_key
        from about as repeated
        group by repeated.utterance_key
        having count(distinct repeated.article_id) > 1
    )
order by about.utterance_key, about.article_id <> about.root_article_id, about.fts_pk
limit 200
