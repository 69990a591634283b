-- title: Claims to jump to
-- description: Every claim that people wrote down, said to be an allegation; what the machine proposed is left to the search.
-- needs: claims
select
    'claim' as type,
    'Allegation: ' || proposition as label,
    title as description,
    :prefix || id as url,
    proposition as search_text,
    null as display_name
from claims
where origin <> 'proposed'
    and id not glob '*[^a-zA-Z0-9_-]*'
