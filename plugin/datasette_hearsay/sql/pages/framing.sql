-- title: One framing
-- description: One framing by its slug.
-- needs: framings
select framings.slug, framings.name, framings.description
from framings
where framings.slug = :id
