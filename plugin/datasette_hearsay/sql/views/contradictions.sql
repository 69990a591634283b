-- title: Contradictions
-- description: One row for each two passages that cannot both be right, side by side: a claim asserted and denied,
--   something reported as done and as not done by the same speaker ("condemned", "did not condemn"), numbers that
--   exclude each other. It says that they differ, never which is right. same_article: both stand in one article;
--   same_root: one of them may be a copy's error; found_by: machine unless a person found both sides.
-- needs: claims, claim_appearances, statements, discrepancies, accounts
select
    'claim' as kind,
    claims.id as subject_id,
    claims.proposition as subject,
    asserting.speaker,
    asserting.words,
    asserting.attribution_id,
    asserting.article_id,
    asserting.outlet,
    denying.speaker as other_speaker,
    denying.words as other_words,
    denying.attribution_id as other_attribution_id,
    denying.article_id as other_article_id,
    denying.outlet as other_outlet,
    asserting.article_id = denying.article_id as same_article,
    asserting.root_article_id = denying.root_article_id as same_root,
    iif(asserting.method = 'extracted' or denying.method = 'extracted', 'machine', 'person') as found_by
from claims
cross join claim_appearances as denying on denying.claim_id = claims.id
    and denying.stance = 'denies'
cross join claim_appearances as asserting on asserting.claim_id = claims.id
    and asserting.stance = 'asserts'
union all
select
    'act',
    done.act,
    done.speaker || ': ' || done.act || ifnull(' ' || done.target, ''),
    done.speaker,
    done.words,
    done.id,
    done.article_id,
    done.outlet,
    undone.speaker,
    undone.words,
    undone.id,
    undone.article_id,
    undone.outlet,
    done.article_id = undone.article_id,
    done.root_article_id = undone.root_article_id,
    iif(done.method = 'extracted' or undone.method = 'extracted', 'machine', 'person')
from statements as undone
cross join statements as done on done.speaker_id = undone.speaker_id
    and done.act = undone.act
    and done.polarity = 'positive'
    and (done.target_id = undone.target_id or done.target_id is null or undone.target_id is null)
where undone.polarity = 'negative'
    and undone.act in ('condemn', 'accuse', 'threaten', 'praise', 'claim-responsibility', 'admit', 'retract')
union all
select
    'number',
    one.facet_id,
    one.question,
    one_said.speaker,
    one.words,
    one.attribution_id,
    one.article_id,
    one.outlet,
    other_said.speaker,
    other.words,
    other.attribution_id,
    other.article_id,
    other.outlet,
    one.article_id = other.article_id,
    one.root_article_id = other.root_article_id,
    iif(one.method = 'extracted' or other.method = 'extracted', 'machine', 'person')
from discrepancies as one
join discrepancies as other on other.facet_id = one.facet_id
    and one.high < other.low
left join statements as one_said on one_said.id = one.attribution_id
left join statements as other_said on other_said.id = other.attribution_id
