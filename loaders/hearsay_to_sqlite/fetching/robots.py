"""What a site asks of robots (robots.txt, RFC 9309): which paths to leave alone, and how long to pause."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

MAX_RULES = 10_000
"""Rules of a robots.txt that are looked at; the largest of real sites have some hundreds."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for one robot: patterns with whether they allow, and the seconds to pause between requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    pause: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path (with its query) may be fetched: the longest pattern that fits decides, allowing where two are alike."""
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, path)]
        return max(fitting, default=(0, True))[1]


NOTHING = Rules((("/", False),))
"""Where a robots.txt is there and cannot be read, nothing may be fetched (RFC 9309, section 2.3.1.4)."""


def read(text: str, robot: str) -> Rules:
    """The rules for the robot of that name, else those for every robot.

    >>> read("User-agent: *\\nDisallow: /a\\nAllow: /a/b", "us").allow("/a/b/c")
    True
    """
    ours: list[tuple[str, str]] = []
    everybody: list[tuple[str, str]] = []
    names: list[str] = []
    named, met = False, False
    for line in text.lstrip("\ufeff").splitlines():
        field, colon, value = line.partition("#")[0].partition(":")
        field, value = field.strip().lower(), value.strip()
        if not colon:
            continue
        if field == "user-agent":
            # Names that follow one another open one group together.
            names = [*(names if named else ()), value.lower().partition("/")[0]]
            named = True
            met = met or robot in names
        elif field in ("allow", "disallow", "crawl-delay"):
            named = False
            for held, whose in ((ours, robot), (everybody, "*")):
                if whose in names and len(held) < MAX_RULES:
                    held.append((field, value))
    return _rules(ours if met else everybody)


def _rules(given: list[tuple[str, str]]) -> Rules:
    patterns = tuple((value, field == "allow") for field, value in given if field != "crawl-delay" and value)
    pauses = [value for field, value in given if field == "crawl-delay"]
    pause = float(pauses[0]) if pauses and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", pauses[0]) else 0.0
    return Rules(patterns, pause)


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says; "*" stands for anything, "$" for the end. Takes time linear in the path."""
    ends, path = pattern.endswith("$"), unquote(path)
    first, *rest = map(unquote, pattern.removesuffix("$").split("*"))
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(rest, 1):
        if ends and number == len(rest):
            return len(path) - len(piece) >= at and path.endswith(piece)
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not ends or at == len(path)
