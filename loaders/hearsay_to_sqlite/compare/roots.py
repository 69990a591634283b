"""Which text stands at the head of each line of descent, so that a copy is never counted as another witness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def roots(articles: Iterable[str], copies: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return each article's root, for ``copies`` of (article, copied from); a circle's root is its smallest id.

    >>> roots("abcd", [("b", "a"), ("c", "b")])
    {'a': 'a', 'b': 'a', 'c': 'a', 'd': 'd'}
    """
    origin: dict[str, str] = {}
    for article, copied_from in sorted(copies):
        origin.setdefault(article, copied_from)
    return {article: _root(article, origin) for article in articles}


def _root(article: str, origin: Mapping[str, str]) -> str:
    path = [article]
    while (parent := origin.get(path[-1])) is not None:
        if parent in path:
            return min(path[path.index(parent) :])
        path.append(parent)
    return path[-1]
