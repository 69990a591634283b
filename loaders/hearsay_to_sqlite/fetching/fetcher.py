"""From an address to a saved copy: what was fetched before is not fetched again, and what is fetched is asked for politely."""

from __future__ import annotations

import time
from calendar import timegm
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from hashlib import sha256
from http import HTTPStatus
from itertools import chain
from typing import Any

from hearsay_to_sqlite.errors import DatabaseError, RejectedInput
from hearsay_to_sqlite.fetching import kinds, robots
from hearsay_to_sqlite.fetching.addresses import (
    SAVE_IT,
    Resolve,
    Target,
    public_address,
    redirected,
    resolve,
    target,
)
from hearsay_to_sqlite.fetching.connection import AGAIN, ROBOT, Answer, asked
from hearsay_to_sqlite.fetching.copies import Copies, Copy, now
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import Fetched, Location

PAUSE = 1.0
"""Seconds between two requests to one host."""

MOVED = (301, 302, 303, 307, 308)
BUSY = (429, 503)
TAKEN = (200, 203)
NOT_MODIFIED = 304
NO_RULES = range(400, 500)
"""Answers by which a site says that it has no robots.txt (RFC 9309, section 2.3.1.3)."""

TOO_MANY = 429


@dataclass(frozen=True)
class Manners:
    """How we behave: the seconds between two requests to a host, whether a host that the user names may be private."""

    pause: float = PAUSE
    allow_private: bool = False
    resolving: Resolve = resolve
    sleep: Callable[[float], None] = time.sleep


@dataclass
class Fetcher:
    """Fetches one thing at a time, and remembers what it learnt of each host."""

    copies: Copies
    refetch: Callable[[str], bool] = lambda name: False
    manners: Manners = field(default_factory=Manners)
    _rules: dict[tuple[str, str, int], robots.Rules] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, location: Location) -> Location:
        """The saved copy of what is at a location's address, fetched where there is none or it is wanted anew.

        Raises RejectedInput for what is refused, by us or by the server, and DatabaseError where no copy can be kept.
        """
        named = target(location.name)
        kept = self.copies.latest(named)
        if kept is None or self.refetch(location.name):
            kept = self._fetched(named, kept)
        about = Fetched(
            kept.retrieved_at,
            self.copies.relative(named, kept),
            kinds.file_name(kept.fetched_from, kinds.ending_of(kept.file)),
            kinds.charset(kept.header("content-type")),
        )
        return replace(location, path=self.copies.path(named, kept), url=kept.fetched_from, fetched=about)

    def _fetched(self, named: Target, kept: Copy | None) -> Copy:
        to, passed = named, [named.url]
        while True:
            self._ask_leave(to, named)
            with self._answer(to, named, _conditions(to, kept)) as answer:
                if answer.status in TAKEN:
                    return self._saved(named, to, answer, kept, tuple(passed[1:]))
                if answer.status == NOT_MODIFIED and kept is not None:
                    checked = replace(kept, checked_at=now())
                    self.copies.note(named, checked)
                    return checked
                if answer.status not in MOVED or not answer.header("location"):
                    raise _refusal(to, answer)
                to = redirected(to, _readable(answer.header("location")))
            if to.url in passed:
                raise RejectedInput("its redirects lead in a circle.", location=named.url, remedy=SAVE_IT)
            passed.append(to.url)
            if len(passed) > limits.MAX_REDIRECTS + 1:
                what = f"it redirects more than {limits.MAX_REDIRECTS} times."
                raise RejectedInput(what, location=named.url, remedy=SAVE_IT)

    def _saved(
        self, named: Target, to: Target, answer: Answer, kept: Copy | None, redirects: tuple[str, ...]
    ) -> Copy:
        """Write the body down as a new version; where it is the one that we have, that one, checked."""
        kind = answer.header("content-type")
        first = next(answer.pieces, b"")
        end = kinds.ending(to.url, kind, first)
        digest, size = sha256(), 0
        with self.copies.writing(named, end) as (path, file):
            for piece in chain((first,), answer.pieces):
                digest.update(piece)
                size += len(piece)
                _write(file, piece)
        copy = Copy(
            url=named.url,
            fetched_from=to.url,
            retrieved_at=now(),
            status=answer.status,
            file=path.name,
            sha256=digest.hexdigest(),
            size=size,
            headers=answer.headers,
            redirects=redirects,
        )
        if kept is not None and kept.sha256 == copy.sha256:
            path.unlink()
            copy = replace(kept, headers=copy.headers, checked_at=copy.retrieved_at)
        self.copies.note(named, copy)
        return copy

    def _ask_leave(self, to: Target, named: Target) -> None:
        """Raises RejectedInput where the site's robots.txt asks robots to leave this path alone."""
        if to.site not in self._rules:
            self._rules[to.site] = self._robots(to, named)
        if not self._rules[to.site].allow(to.path):
            what = f"the robots.txt of {to.host} asks robots to leave this alone."
            raise RejectedInput(what, location=to.url, remedy=SAVE_IT)

    def _robots(self, to: Target, named: Target) -> robots.Rules:
        here = replace(to, url=f"{to.url.partition('//')[0]}//{_place(to)}/robots.txt", path="/robots.txt")
        for _ in range(limits.MAX_REDIRECTS + 1):
            with self._answer(here, named, {}) as answer:
                if answer.status in TAKEN:
                    return robots.read(_text(answer.pieces), ROBOT)
                if answer.status in NO_RULES and answer.status != TOO_MANY:
                    return robots.Rules()
                if answer.status not in MOVED or not answer.header("location"):
                    return robots.NOTHING
                here = redirected(here, _readable(answer.header("location")))
        return robots.Rules()

    @contextmanager
    def _answer(self, to: Target, named: Target, headers: dict[str, str]) -> Iterator[Answer]:
        """An answer, after the pause that is due; a busy server is asked again when it says so."""
        # Only what the user named is hers to answer for, not where its answers lead.
        trusted = self.manners.allow_private and (to.host, to.port) == (named.host, named.port)
        for attempt in range(1, limits.MAX_ATTEMPTS + 1):
            address = public_address(to, self.manners.resolving, trusted)
            self._pause(to)
            with asked(to, address, headers) as answer:
                wait = _asked_to_wait(answer)
                if wait is None or wait > limits.MAX_WAIT_SECONDS or attempt == limits.MAX_ATTEMPTS:
                    yield answer
                    return
            self.manners.sleep(wait)

    def _pause(self, to: Target) -> None:
        """Wait until this host may be asked again."""
        rules = self._rules.get(to.site, robots.Rules())
        pause = max(self.manners.pause, min(rules.pause, limits.MAX_WAIT_SECONDS))
        due = self._last.get(to.host, float("-inf")) + pause - time.monotonic()
        if due > 0:
            self.manners.sleep(due)
        self._last[to.host] = time.monotonic()


def _write(file: Any, piece: bytes) -> None:
    try:
        file.write(piece)
    except OSError as error:
        what = f"{file.name} cannot be written: {error.strerror or error}. Make room for the saved copies."
        raise DatabaseError(what) from error


def _place(to: Target) -> str:
    host = f"[{to.host}]" if ":" in to.host else to.host
    return f"{host}:{to.port}"


def _text(pieces: Iterator[bytes]) -> str:
    held = b""
    for piece in pieces:
        held += piece
        if len(held) >= limits.MAX_ROBOTS:
            break
    return held[: limits.MAX_ROBOTS].decode("utf-8", "replace")


def _readable(header: str) -> str:
    """A header with what is not ASCII read as UTF-8, which is what servers send."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _conditions(to: Target, kept: Copy | None) -> dict[str, str]:
    """Ask for what is at an address only if it is another than we have."""
    if kept is None or kept.fetched_from != to.url:
        return {}
    asked_by = {"If-None-Match": kept.header("etag"), "If-Modified-Since": kept.header("last-modified")}
    return {name: value for name, value in asked_by.items() if value}


def _asked_to_wait(answer: Answer) -> float | None:
    """The seconds after which a busy server wants to be asked again, or None where it does not say so."""
    given = answer.header("retry-after").strip()
    if answer.status not in BUSY or not given:
        return None
    if given.isdecimal():
        return float(given[:9])
    try:
        when = parsedate_to_datetime(given)
    except (ValueError, TypeError):
        return None
    return max(0.0, timegm(when.utctimetuple()) - time.time())


def _refusal(to: Target, answer: Answer) -> RejectedInput:
    try:
        phrase = HTTPStatus(answer.status).phrase
    except ValueError:
        phrase = "no known status"
    wait = _asked_to_wait(answer)
    asking = f" and asks to wait {wait:.0f} seconds" if wait is not None else ""
    gone = answer.status in NO_RULES and answer.status not in (408, TOO_MANY)
    what = f"the server answers {answer.status} {phrase}{asking}."
    return RejectedInput(what, location=to.url, remedy="Check the address." if gone else AGAIN)
