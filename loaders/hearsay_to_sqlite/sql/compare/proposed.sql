select n, candidate
from _proposed
order by n, candidate
limit :most
