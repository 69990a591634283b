"""A site's own charts and pages of charts, from its metadata: read and checked once, shown to whoever may see what they read.

``plugins.datasette-hearsay`` holds ``charts`` and ``pages``, for every database or below ``databases.NAME``; docs/charts.md says how.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from datasette.utils import InvalidSql, StartupError, validate_sql_select

from . import compat, site_files
from .charts import EMPTY, Chart, ChartError, draw
from .reading import Reader
from .sqlfiles import Param, SqlFile

if TYPE_CHECKING:
    from datasette.app import Datasette

PLUGIN = "datasette-hearsay"
PAGES = frozenset(
    {
        "overview", "statement", "claim", "actor", "article", "framing", "compare", "discrepancies", "search", "match", "review",
        "corrections", "method",
    }
)  # fmt: skip
"""Our pages, at whose foot a site may put its charts."""

NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")
CHART = {
    "title": str, "sentence": str, "sql": str, "query": str, "params": dict, "columns": dict, "rows": dict, "spec": dict,
    "empty": str, "shown_on": list,
}  # fmt: skip
"""What a chart may say, and as what."""

PARAMETER = re.compile(r"(?<![:\w]):(\w+)")
"""A named parameter in SQL."""

KINDS: dict[type, str] = {str: "text", dict: "a mapping", list: "a list"}
PAGE = {"title": str, "description": str, "charts": list}
ROWS = ({"view"}, {"view", "by"}, {"page", "id"})
SIMPLE = {"bar": "bar", "line": "line", "point": "circle", "circle": "circle", "tick": "circle"}
"""Our marks in datasette-vega's words."""


@dataclass(frozen=True, slots=True)
class OwnChart:
    """A chart of the site: ``query`` names the stored query that gives its SQL, if it has none of its own; ``shown_on`` the pages
    of ours at whose foot it stands; ``where`` is its place in the metadata, for messages."""

    chart: Chart
    query: str | None
    params: dict[str, str]
    shown_on: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of charts: their names in their order."""

    name: str
    title: str
    description: str
    charts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """What the metadata says for one database."""

    charts: dict[str, OwnChart]
    pages: dict[str, OwnPage]


_known: WeakKeyDictionary[Datasette, dict[str, Site]] = WeakKeyDictionary()


def of(datasette: Datasette, database: str) -> Site:
    """The site's charts for one database, read once. ChartError, which names file and key, for anything that is not as
    docs/charts.md says."""
    known = _known.setdefault(datasette, {})
    if database not in known:
        file = site_files.speaking_of(datasette, PLUGIN)
        known[database] = read(compat.plugin_config(datasette, PLUGIN, database), file)
    return known[database]


def check(datasette: Datasette, database: str) -> None:
    """Read the site's charts while it starts. Raises StartupError, which Datasette shows as one line."""
    try:
        of(datasette, database)
    except ChartError as error:
        raise StartupError(f"Charts of this site: {error}") from error


def read(config: object, file: str | None = None) -> Site:
    """Read what stands under ``plugins.datasette-hearsay`` in ``file``, if it is known. Raises ChartError."""
    root = f"{file}: plugins.{PLUGIN}" if file else f"plugins.{PLUGIN}"
    whole = _mapping(config, root, {"charts": dict, "pages": dict}, ())
    charts = {
        name: _chart(name, loaded, f"{root}.charts.{name}")
        for name, loaded in _named(whole.get("charts", {}), f"{root}.charts")
    }
    found = {}
    for name, loaded in _named(whole.get("pages", {}), f"{root}.pages"):
        where = f"{root}.pages.{name}"
        page = _mapping(loaded, where, PAGE, ("title", "charts"))
        _known_names(page["charts"], charts, f"{where}.charts", "chart")
        found[name] = OwnPage(name, page["title"], page.get("description", ""), tuple(page["charts"]))
    return Site(charts, found)


def _named(loaded: Mapping[object, object], where: str) -> Iterable[tuple[str, object]]:
    for name, value in loaded.items():
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise ChartError(f"{where}.{name}: a name is letters, digits, - and _, at most 60")
        yield name, value


def _mapping(loaded: object, where: str, keys: Mapping[str, type], required: Iterable[str]) -> dict[str, Any]:
    if not isinstance(loaded, dict):
        raise ChartError(f"{where} must be a mapping of {', '.join(keys)}")
    for key, value in loaded.items():
        if key not in keys:
            raise ChartError(f"{where}.{key} is not known; known are {', '.join(keys)}")
        if not isinstance(value, keys[key]):
            raise ChartError(f"{where}.{key} must be {KINDS[keys[key]]}")
    for key in required:
        if not loaded.get(key):
            raise ChartError(f"{where}.{key} is missing")
    return loaded


def _known_names(names: Iterable[object], known: Collection[str], where: str, what: str) -> None:
    for name in names:
        if name not in known:
            raise ChartError(
                f"{where}: there is no {what} {name!r}; there are {', '.join(sorted(known)) or 'none'}"
            )


def _chart(name: str, loaded: object, where: str) -> OwnChart:
    chart = _mapping(loaded, where, CHART, ("title", "spec"))
    if ("sql" in chart) == ("query" in chart):
        raise ChartError(f"{where} needs either sql or query (the name of a stored query)")
    if "sql" in chart:
        try:
            validate_sql_select(chart["sql"])
        except InvalidSql as error:
            raise ChartError(f"{where}.sql: {error}") from error
    rows = chart.get("rows", {})
    if rows and (rows.keys() not in ROWS or not isinstance(rows.get("by", {}), dict)):
        raise ChartError(f"{where}.rows must hold view and by (column: column), or page and id")
    _known_names([rows["page"]] if "page" in rows else [], PAGES, f"{where}.rows.page", "page")
    _known_names(chart.get("shown_on", []), PAGES, f"{where}.shown_on", "page")
    spec = chart["spec"]
    if any(_data(spec)):
        raise ChartError(f"{where}.spec.data: the rows of the SQL are the data; leave it out")
    if not any(key in spec for key in ("mark", "layer", "hconcat", "vconcat", "concat", "facet", "repeat")):
        raise ChartError(f"{where}.spec needs a mark (or layers of marks)")
    params = {str(key): str(value) for key, value in chart.get("params", {}).items()}
    file = SqlFile(
        name=name,
        title=chart["title"],
        description=chart.get("sentence", ""),
        needs=(),
        chart=_simple(spec),
        params=tuple(Param(key, key, value) for key, value in params.items()),
        statement=chart.get("sql", "").strip().rstrip(";"),
    )
    drawn = Chart(
        name=name,
        title=chart["title"],
        sentence=chart.get("sentence", ""),
        file=file,
        x=_axis(spec, "x"),
        y=_axis(spec, "y"),
        columns={str(key): str(value) for key, value in chart.get("columns", {}).items()},
        rows=rows,
        spec=spec,
        empty=chart.get("empty", EMPTY),
    )
    return OwnChart(drawn, chart.get("query"), params, tuple(chart.get("shown_on", [])), where)


def _data(spec: object) -> Iterable[bool]:
    """Whether anything in the specification brings data of its own: that could be an address elsewhere."""
    if isinstance(spec, dict):
        yield "data" in spec or "datasets" in spec
        for value in spec.values():
            yield from _data(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from _data(value)


def _encoding(spec: Mapping[str, Any], channel: str) -> Mapping[str, Any]:
    encoding = spec.get("encoding")
    found = encoding.get(channel) if isinstance(encoding, dict) else None
    return found if isinstance(found, dict) else {}


def _axis(spec: Mapping[str, Any], channel: str) -> str:
    """What an axis shows, for whoever does not see it."""
    found = _encoding(spec, channel)
    axis = found.get("axis")
    titles = [axis.get("title") if isinstance(axis, dict) else None, found.get("title"), found.get("field")]
    return next((str(title) for title in titles if title), "")


def _simple(spec: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The chart in datasette-vega's options, where it is one of a bar, line or circle over two columns."""
    mark = spec.get("mark")
    kind = SIMPLE.get(str(mark.get("type") if isinstance(mark, dict) else mark))
    x, y = _encoding(spec, "x"), _encoding(spec, "y")
    if kind is None or "transform" in spec or not (x.get("field") and y.get("field")):
        return ()
    options = {"mark": kind}
    for channel, found in (("x", x), ("y", y)):
        options[f"{channel}_column"] = str(found["field"])
        options[f"{channel}_type"] = str(found.get("type", "nominal"))
    return tuple(options.items())


async def visible(
    datasette: Datasette, actor: compat.Actor, database: str, names: Iterable[str], there: Collection[str]
) -> list[OwnChart]:
    """Those of the charts of which ``actor`` may see every table and view that the SQL speaks of, with their SQL.

    A chart whose stored query is not there, or not theirs to see, is left out.
    """
    site = of(datasette, database)
    found = []
    for own in (site.charts[name] for name in names):
        sql = own.chart.file.statement
        if own.query is not None:
            stored = await compat.stored_sql(datasette, actor, database, own.query)
            if stored is None:
                continue
            sql = stored.strip().rstrip(";")
        if await compat.is_visible(datasette, actor, database, mentioned(sql, there)):
            chart = replace(own.chart, file=replace(own.chart.file, statement=sql))
            found.append(replace(own, chart=chart))
    return found


def mentioned(sql: str, names: Iterable[str]) -> set[str]:
    """Those of ``names`` that stand in ``sql`` as words: whatever it reads is among them, because it must name it.

    >>> sorted(mentioned("select * from Claims join 'x'", ["claims", "claim", "x"]))
    ['claims', 'x']
    """
    folded = sql.casefold()
    return {
        name
        for name in names
        for spelt in {name.casefold(), name.casefold().replace('"', '""')}
        if re.search(rf"(?<!\w){re.escape(spelt)}(?!\w)", folded)
    }


def asked_for(site: Site, page: str, parts: Mapping[str, str]) -> list[str]:
    """The names of the charts that a page of ours shows: those that ask to stand on it, or those that its address names."""
    if page != "charts":
        return [name for name, own in site.charts.items() if page in own.shown_on]
    name = parts.get("name")
    if name is None:
        return list(site.charts)
    return list(site.pages[name].charts) if name in site.pages else [name] if name in site.charts else []


def drawn(reader: Reader, own: OwnChart, given: Mapping[str, str]) -> dict[str, Any]:
    """One chart of the site over its rows; what SQLite refuses is said in its place, because only its author can mend it.

    ``given`` are values for its parameters, which go before those of the metadata. One without any value is empty, as on
    Datasette's own pages of stored queries.
    """
    sql = own.chart.file.statement
    asked = PARAMETER.findall(sql)
    values = {name: given.get(name, own.params.get(name, "")) for name in asked}
    params = tuple(Param(key, key, value) for key, value in values.items())
    chart = replace(own.chart, file=replace(own.chart.file, params=params))
    try:
        return draw(reader, chart, values)
    except sqlite3.Error as error:
        failed = replace(chart, file=replace(chart.file, needs=(sql,)))
        # The name of the file is for its author, the folder that it lies in for nobody.
        key = f"{own.where.rpartition('/')[2]}.{'query' if own.query else 'sql'}"
        return {**draw(reader, failed, values), "empty": f"{key}: {error}"}
