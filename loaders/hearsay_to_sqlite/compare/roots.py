"""Which text stands at the head of each line of descent, so that a copy is never counted as another witness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def roots(
    articles: Iterable[str], copies: Iterable[tuple[str, str]], twins: Iterable[tuple[str, str]] = ()
) -> Mapping[str, str]:
    """Return each article's root, for ``copies`` of (article, copied from).

    ``twins`` have most of each other: whichever came first, they are one witness. A circle's root is its smallest id.

    >>> roots("abcd", [("b", "a"), ("c", "b")])
    {'a': 'a', 'b': 'a', 'c': 'a', 'd': 'd'}
    >>> roots("abcd", [("a", "d")], [("a", "b"), ("c", "b")])
    {'a': 'd', 'b': 'd', 'c': 'd', 'd': 'd'}
    """
    head: dict[str, str] = {}
    for pair in sorted(twins):
        one, other = sorted(_head(name, head) for name in pair)
        if one != other:
            head[other] = one
    origin: dict[str, str] = {}
    inside: set[str] = set()
    for article, copied_from in sorted(copies):
        group, parent = _head(article, head), _head(copied_from, head)
        if group == parent:
            inside.add(article)
        else:
            origin.setdefault(group, parent)
    firsts = _firsts(head, inside)
    found = ((article, _root(_head(article, head), origin)) for article in articles)
    return {article: firsts.get(root, root) for article, root in found}


def _head(name: str, head: dict[str, str]) -> str:
    while (above := head.get(name)) is not None:
        # The way is halved for whoever asks next.
        head[name] = head.get(above, above)
        name = above
    return name


def _firsts(head: dict[str, str], inside: set[str]) -> dict[str, str]:
    """The member of each group of twins that is shown as the copy of no other; the smallest id of several."""
    members: dict[str, list[str]] = {}
    for name in list(head):
        members.setdefault(_head(name, head), []).append(name)
    return {
        group: min((name for name in (group, *own) if name not in inside), default=group)
        for group, own in members.items()
    }


def _root(article: str, origin: Mapping[str, str]) -> str:
    path = [article]
    while (parent := origin.get(path[-1])) is not None:
        if parent in path:
            return min(path[path.index(parent) :])
        path.append(parent)
    return path[-1]
