-- title: Who accuses whom, counted
-- description: Pairs of a speaker and whom they accuse, blame by hint, threaten or condemn, those first that most
--   utterances report. The articles' own voice and speakers whom nobody could name are not in it.
-- needs: blame
-- kept: {"size": 24}
select
    blame.accuser_id,
    blame.accuser,
    blame.target_id,
    blame.target,
    count(distinct blame.utterance_key) as utterances,
    count(*) as mentions,
    count(distinct blame.root_article_id) as independent_articles,
    sum(blame.review_status = 'machine') as unreviewed
from blame
where blame.voice = 'speaker'
    and blame.accuser_id is not null
    and blame.target_id is not null
    and blame.accuser_kind <> 'anonymous'
group by blame.accuser_id, blame.target_id
order by utterances desc, independent_articles desc, blame.accuser, blame.target, blame.accuser_id, blame.target_id
limit :size
