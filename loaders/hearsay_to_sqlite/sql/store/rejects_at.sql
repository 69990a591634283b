select id, location, line
from rejects
where location = :location
    or (location >= :first and location < :last)
