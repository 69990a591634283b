"""Days told by what happened on them: "hours before the attack", where the article says when the attack was."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from hearsay_to_sqlite.clean.dates import COUNTS, DAYS, first_date, parse
from hearsay_to_sqlite.vocabulary import words

SIDES = ("before", "after", "following", "prior to", "ahead of")
"""Which side of an occasion a phrase tells."""
TOLD = tuple([f"{side} the " for side in SIDES])
"""Every phrase that is looked for has one of these, so that the pattern is tried in few sentences."""
REACH = 240
"""Characters on either side of an occasion's name in which its sentence's ends are looked for."""
MAX_LOOKED_AT = 20
"""Places at which an occasion is named; an article that names it oftener has told its day before."""
END = re.compile(r"[.!?](?=\s)|\n")


@cache
def _phrase() -> re.Pattern[str]:
    names = "|".join(sorted(words("occasions", "nouns"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:(?P<count>\d{{1,2}}|{'|'.join(COUNTS)}) )?(?P<unit>minute|hour|day|week)s?|moments|shortly|soon|just|immediately)"
        rf" (?P<side>{'|'.join(SIDES)}) the (?:[\w-]+ ){{0,2}}?(?P<occasion>{names})\b",
        re.IGNORECASE,
    )


class Occasions:
    """When the things happened that an article speaks of; each is looked for once, when first asked for."""

    def __init__(self, text: str, published: date | None) -> None:
        self.text = text
        self.published = published
        self._days: dict[str, date | None] = {}

    def day(self, around: str) -> str | None:
        """The day (ISO) that a phrase such as "two days before the vote" gives, or None.

        Hours and minutes give the day of the occasion itself: what is meant may be the evening before it.
        """
        if " the " not in around or not any(side in around for side in TOLD):
            return None
        found = _phrase().search(around)
        if found is None:
            return None
        count, unit = found["count"], (found["unit"] or "").lower()
        if unit in DAYS and count is None:
            # "days before the vote": nobody knows how many.
            return None
        told = first_date(around, found.end(), min(len(around), found.end() + 30), self.published)
        happened = parse(told[0]) if told is not None else self._happened(found["occasion"].lower())
        if happened is None:
            return None
        days = (COUNTS.get(count.lower()) or int(count)) * DAYS[unit] if unit in DAYS else 0
        back = found["side"].lower() in ("before", "prior to", "ahead of")
        return (happened + timedelta(days=-days if back else days)).isoformat()

    def _happened(self, occasion: str) -> date | None:
        if occasion not in self._days:
            self._days[occasion] = self._looked_up(occasion)
        return self._days[occasion]

    def _looked_up(self, occasion: str) -> date | None:
        """The first full date in a sentence that names the occasion and does not count from it."""
        for nth, match in enumerate(re.finditer(rf"(?i)\b{re.escape(occasion)}\b", self.text)):
            if nth >= MAX_LOOKED_AT:
                break
            begin = max(0, match.start() - REACH)
            ends = [end.end() for end in END.finditer(self.text, begin, match.start())]
            begin = ends[-1] if ends else begin
            closing = END.search(self.text, match.end(), match.end() + REACH)
            end = closing.start() if closing is not None else min(len(self.text), match.end() + REACH)
            if _phrase().search(self.text, begin, end) is not None:
                continue
            told = first_date(self.text, match.end(), end, self.published) or first_date(
                self.text, begin, match.start(), self.published
            )
            if told is not None and len(told[0]) == len("2024-05-03"):
                return parse(told[0])
        return None
