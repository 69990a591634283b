"""Every address that our pages give out: pages of ours, tables and views, custom SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from datasette.utils import tilde_encode

LONGEST_URL = 2_000
"""An address on the web longer than this is shown as text: no publisher needs it, and it is a way to attack."""


OPERATORS = frozenset({"exact", "startswith", "contains", "in", "gte", "lte", "gt", "lt", "isnull", "not"})
"""Operators of Datasette's table pages with which an address of ours may ask for rows."""

REMEMBERED = 4_096
"""A page gives out a thousand addresses made of few ids, columns and values; what they look like in an address is remembered."""


@lru_cache(REMEMBERED)
def _part(text: str) -> str:
    """``text`` as a part of a path."""
    return str(tilde_encode(text))


@lru_cache(REMEMBERED)
def _value(text: str) -> str:
    """``text`` as it stands in a query string."""
    return quote(text, safe="")


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses for one database. ``base`` is the instance, ending in a slash, with a host where one is wanted; ``format`` is
    ``.json`` while a JSON twin is answered; ``origin`` is the instance with its host, where that is known.

    Our pages stand under the ``name`` of the database, so that what was cited stays where it was. Its tables stand under
    its ``route``, into which datasette-hashed-urls puts the hash of the file."""

    base: str
    name: str
    route: str
    sql_path: str
    may_run_sql: bool
    format: str = ""
    origin: str = ""

    def page(self, *parts: str, **query: str | int | None) -> str:
        """A page of ours: ``page()`` is the overview, ``page("claim", id)`` a claim. Parts may hold anything."""
        path = "/".join(["-/hearsay", _part(self.name), *map(_part, parts)])
        return f"{self.base}{path}{_query(query)}" if query else f"{self.base}{path}"

    def ids(self, kind: str) -> Callable[[str], str]:
        """What gives the address of a page of this kind for each of many ids."""
        path = self.page(kind, "")
        return lambda id: path + _part(id)

    def same_format(self, *parts: str, **query: str | int | None) -> str:
        """The same in the format that was asked for: where a list goes on."""
        path = "/".join(["-/hearsay", _part(self.name), *map(_part, parts)])
        return f"{self.base}{path}{self.format}{_query(query)}"

    def lasting(self, *parts: str) -> str:
        """The same as ``page``, with the host before it: what to cite."""
        return self.page(*parts).replace(self.base, self.origin or self.base, 1)

    def statement(self, id: str) -> str:
        """The page of one statement."""
        return self.page("statement", id)

    def claim(self, id: str) -> str:
        """The page of one claim."""
        return self.page("claim", id)

    def actor(self, id: str) -> str:
        """The page of one actor."""
        return self.page("actor", id)

    def article(self, id: str) -> str:
        """The page of one article."""
        return self.page("article", id)

    def framing(self, slug: str) -> str:
        """The page of one framing."""
        return self.page("framing", slug)

    def compare(self, article: str, other: str) -> str:
        """The page that puts two articles side by side."""
        return self.page("compare", article, other)

    def table(self, name: str, /, **exact: str | int | None) -> str:
        """The rows of a table or view, those where each column of ``exact`` has the value given.

        A column may have one of Datasette's operators behind it (``said_on__startswith``); it is left out without a value.
        """
        return self.rows(name, exact)(exact.values())

    def rows(self, name: str, columns: Iterable[str]) -> Callable[[Iterable[object]], str]:
        """What gives the same for each of many values of these columns."""
        path = f"{self.base}{_part(self.route)}/{_part(name)}"
        filters = [_filter(column) for column in columns]

        def address(values: Iterable[object]) -> str:
            given = [
                without if value is None else key + _value(str(value))
                for (key, without), value in zip(filters, values, strict=True)
            ]
            asked = "&".join([one for one in given if one])
            return f"{path}?{asked}" if asked else path

        return address

    def sql(self, statement: str, /, **params: str | int) -> str | None:
        """Datasette's page for custom SQL with ``statement`` in it; None where the reader may not use it."""
        if not self.may_run_sql:
            return None
        return f"{self.sql_path}{_query({'sql': statement, **params})}"

    def sql_rows(self, statement: str, /, **params: str | int) -> str | None:
        """The rows of ``statement`` as a JSON array; None where the reader may not run SQL."""
        if not self.may_run_sql:
            return None
        return f"{self.sql_path}.json{_query({'sql': statement, **params, '_shape': 'array'})}"


def _filter(column: str) -> tuple[str, str]:
    """How a query string begins that asks for a value of ``column``, and what asks for none."""
    if "__" in column and column.rpartition("__")[2] in OPERATORS:
        return f"{_value(column)}=", ""
    return f"{_value(column)}__exact=", f"{_value(column)}__isnull=1"


def _query(values: dict[str, str | int | None]) -> str:
    given = [f"{_value(key)}={_value(str(value))}" for key, value in values.items() if value is not None]
    return "?" + "&".join(given) if given else ""


def web(url: object) -> str | None:
    """``url`` if it is an address that may be followed (http or https, with a host), else None.

    >>> web("https://example.org/a"), web("javascript:alert(1)"), web(None)
    ('https://example.org/a', None, None)
    """
    if not isinstance(url, str) or len(url) > LONGEST_URL:
        return None
    try:
        parts = urlsplit(url.strip())
        return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
