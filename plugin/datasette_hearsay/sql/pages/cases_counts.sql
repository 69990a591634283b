-- title: A case in numbers
-- description: The title of a case and how much it holds.
-- needs: cases, articles, attributions
-- kept: {}
select
    (select cases.title from cases order by cases.id limit 1) as title,
    (select cases.description from cases order by cases.id limit 1) as description,
    (select count(*) from articles) as articles,
    (select count(*) from attributions) as attributions
