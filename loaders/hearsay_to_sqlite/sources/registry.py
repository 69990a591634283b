"""Which source reads a location: ours, and those that other packages register; the best match wins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from hearsay_to_sqlite.errors import RejectedInput, UsageError
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows
from hearsay_to_sqlite.sources.locations import Location

GROUP = "hearsay_to_sqlite.sources"

# Named, not imported: reading one format must not wait for the libraries of another.
BUILT_IN = (
    "hearsay_to_sqlite.sources.text:TextSource",
    "hearsay_to_sqlite.sources.case.source:CaseSource",
    "hearsay_to_sqlite.sources.rows:RowsSource",
    "hearsay_to_sqlite.sources.datapackage:DataPackageSource",
    "hearsay_to_sqlite.sources.web_annotation:WebAnnotationSource",
    "hearsay_to_sqlite.sources.claimreview.source:ClaimReviewSource",
    "hearsay_to_sqlite.sources.page:PageSource",
    "hearsay_to_sqlite.sources.feed:FeedSource",
    "hearsay_to_sqlite.sources.gqg:GqgSource",
    "hearsay_to_sqlite.sources.ninjs:NinjsSource",
    "hearsay_to_sqlite.sources.trafilatura_json:TrafilaturaSource",
    "hearsay_to_sqlite.sources.euvsdisinfo:EuvsdisinfoSource",
    "hearsay_to_sqlite.sources.mediacloud:MediaCloudSource",
    "hearsay_to_sqlite.sources.claims:ClaimsSource",
    "hearsay_to_sqlite.sources.archive:ArchiveSource",
    "hearsay_to_sqlite.sources.warc:WarcSource",
)


class Source(Protocol):
    """A way to read a format. Any object with these is one; there is nothing to inherit from."""

    name: str
    describes: str
    """What it reads, in a few words, for ``hearsay-to-sqlite sources``."""

    def match(self, location: Location) -> int:
        """How well it fits a location, from 1 to 100; 0 where it does not. Reads at most a few bytes."""
        ...

    def read(self, location: Location) -> Iterator[Article | Rows | Reject | Remark]:
        """What is in a location, one thing at a time. May raise RejectedInput or another InputError."""
        ...


@cache
def sources() -> tuple[Source, ...]:
    """Every source there is: ours first, then those of other packages by name."""
    # Half of what start-up takes, and only needed where there is something to choose from.
    from importlib import metadata

    ours = [_load(target) for target in BUILT_IN]
    others = sorted(metadata.entry_points(group=GROUP), key=lambda entry: entry.name)
    return (*ours, *(cast(Source, entry.load()()) for entry in others))


def _load(target: str) -> Source:
    module, _, name = target.partition(":")
    return cast(Source, getattr(import_module(module), name)())


def named(name: str) -> Source:
    """The source of that name. Raises UsageError, with the names there are, for another."""
    for source in sources():
        if source.name == name:
            return source
    known = ", ".join(sorted(source.name for source in sources()))
    raise UsageError(f"there is no source {name!r}. Choose one of: {known}.")


def best(location: Location, among: tuple[Source, ...] | None = None) -> Source:
    """The source that fits a location best.

    Raises RejectedInput where none fits, and UsageError where two fit equally well.
    """
    scored = [(source.match(location), source) for source in (sources() if among is None else among)]
    top = max((score for score, _ in scored), default=0)
    if top <= 0:
        raise RejectedInput(
            "no source reads this kind of input.",
            location=location.name,
            remedy="Save it as plain text, or name a source with --source.",
        )
    winners = [source.name for score, source in scored if score == top]
    if len(winners) > 1:
        listed = " and ".join(sorted(winners))
        raise UsageError(f"{location.name} can be read by {listed} alike. Choose one with --source.")
    return next(source for score, source in scored if score == top)
