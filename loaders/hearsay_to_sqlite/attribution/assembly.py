"""From drafts to records: speakers, circumstances and ids put on what the rules found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hearsay_to_sqlite.attribution import author, circumstances, sureness
from hearsay_to_sqlite.attribution.cast import Cast
from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.occasions import Occasions
from hearsay_to_sqlite.attribution.quotes import Quote
from hearsay_to_sqlite.attribution.relations import containers
from hearsay_to_sqlite.attribution.speakers import FIRST, Speakers
from hearsay_to_sqlite.clean.dates import full_date, parse
from hearsay_to_sqlite.records import Article, Attribution, Mention, Span, stable_id

ACTORS = frozenset({"person", "group", "body", "government", "outlet", "class"})
LETTERS = re.compile(r"[^\W_]+")
"""Letters and digits."""
HEAD = 600
"""Characters in which an article may tell the day of its publication."""
CONDITIONAL = frozenset({"condemn", "pledge", "threaten", "deny", "praise"})


def records(
    article: Article, drafts: list[Draft], quotes: list[Quote], cast: Cast
) -> tuple[Attribution, ...]:
    """The attributions of an article, by content start, with final ids; ``nested_in`` is set, ``repeat_of`` is not."""
    text = article.text
    drafts = [draft for draft in drafts if not draft.source or _has_word(text, draft.source)]
    inside = containers(drafts)
    speakers = Speakers(text, cast)
    for nth in sorted(
        range(len(drafts)), key=lambda n: (drafts[n].source or drafts[n].cue or drafts[n].content)[0]
    ):
        draft = drafts[nth]
        if draft.source_kind == "author" or _is_author(text, draft, inside[nth]):
            author.speak(article, draft)
        else:
            _speak(drafts, nth, inside[nth], speakers)
    day = _anchor(article)
    ids = [_id(article.id, draft) for draft in drafts]
    starts = [quote.start for quote in quotes]
    made: dict[str, Attribution] = {}
    context = _Context(speakers, quotes, starts, day)
    for nth, draft in enumerate(drafts):
        container = inside[nth]
        parent = ids[container] if container is not None and ids[container] != ids[nth] else None
        if ids[nth] not in made:
            made[ids[nth]] = _record(text, draft, ids[nth], parent, context)
    return tuple(
        sorted(made.values(), key=lambda found: (found.content[0].start, found.content[-1].end, found.id))
    )


def _is_author(text: str, draft: Draft, container: int | None) -> bool:
    """Whether an "I" is the writer's: it stands in no quotation and in nobody's words."""
    return container is None and not draft.within and [text[a:b] for a, b in draft.source] == ["I"]


def _has_word(text: str, parts: Sequence[Pair]) -> bool:
    """Whether a source is more than a quotation mark that stood on the wrong side of a heading."""
    return text[parts[0][0]].isalnum() or any(LETTERS.search(text, start, end) for start, end in parts)


class _Context:
    """What all records of an article share."""

    def __init__(self, speakers: Speakers, quotes: list[Quote], starts: list[int], day: date | None) -> None:
        self.speakers = speakers
        self.quotes = quotes
        self.starts = starts
        self.day = day
        self.occasions = Occasions(speakers.text, day)

    def quoted(self, content: Sequence[Pair]) -> list[Pair]:
        """The parts of ``content`` that stand between quotation marks, marks left out."""
        parts = []
        for start, end in content:
            nth = max(0, bisect_left(self.starts, start) - 1)
            while nth < len(self.quotes) and self.quotes[nth].start < end:
                first = max(start, self.quotes[nth].inner_start)
                last = min(end, self.quotes[nth].inner_end)
                if last > first:
                    parts.append((first, last))
                nth += 1
        return parts


def _speak(drafts: list[Draft], nth: int, container: int | None, speakers: Speakers) -> None:
    draft = drafts[nth]
    first_person = draft.source and speakers.text[slice(*draft.source[0])].lower() in FIRST
    if first_person and container is not None:
        outer = drafts[container]
        draft.speaker, draft.speaker_kind, draft.source_kind = outer.speaker, outer.speaker_kind, "pronoun"
        draft.speaker_role, draft.on_behalf_of = outer.speaker_role, outer.on_behalf_of
        return
    speakers.resolve(draft)


def _anchor(article: Article) -> date | None:
    """The day from which the article's dates are seen: its publication, else a full date near its head.

    Without either, a day and month stay undated: a year guessed from other dates in the text is often wrong.
    """
    if article.published_on and len(article.published_on) == 10:
        return parse(article.published_on)
    return full_date(article.text, 0, HEAD)


def _id(article_id: str, draft: Draft) -> str:
    parts = [*draft.source, *draft.cue, *draft.content]
    return stable_id(article_id, *[f"{start}-{end}" for start, end in parts])


def _record(text: str, draft: Draft, record_id: str, parent: str | None, context: _Context) -> Attribution:
    content = sorted(draft.content)
    words = " … ".join([text[start:end] for start, end in content])
    around = circumstances.outside(draft, content, text)
    quoted = context.quoted(content)
    day, basis = circumstances.said_on(around, context.day, context.occasions)
    target = context.speakers.of(*draft.target) if draft.target is not None else None
    if target is not None and target.kind not in ACTORS:
        # "condemned the attack" is aimed at nobody.
        target = None
    return Attribution(
        id=record_id,
        content=_spans(content),
        source=_spans(draft.source),
        cue=_spans(draft.cue),
        quoted=_spans(quoted),
        source_kind=draft.source_kind,
        quote_type=_quote_type(text, content, quoted),
        act=draft.act,
        act_basis=draft.verb or None,
        polarity=draft.polarity,
        condition=circumstances.condition(words) if draft.act in CONDITIONAL else None,
        certainty=draft.certainty or circumstances.certainty(words),
        speaker=draft.speaker,
        speaker_kind=draft.speaker_kind,
        speaker_role=draft.speaker_role,
        on_behalf_of=draft.on_behalf_of,
        target=target.name if target is not None else None,
        target_kind=target.kind if target is not None else None,
        nested_in=parent,
        medium=circumstances.medium(around, draft),
        via=circumstances.via(around, draft),
        said_on=day,
        said_on_basis=basis,
        rule=draft.rule,
        confidence=round(min(0.99, max(0.01, sureness.of(draft, bool(quoted)))), 2),
    )


def _spans(pairs: Sequence[Pair]) -> tuple[Span, ...]:
    return tuple([Span(start, end) for start, end in pairs]) if pairs else ()


def _quote_type(text: str, content: Sequence[Pair], quoted: Sequence[Pair]) -> str:
    if not quoted:
        return "indirect"
    outside = _letters(text, _between(content, quoted))
    if not outside and text[quoted[0][0]].isalnum():
        return "direct"
    marked = _letters(text, quoted)
    whole = marked + outside
    if marked > 0.95 * whole:
        return "direct"
    return "mixed" if marked > 0.02 * whole else "indirect"


def _letters(text: str, parts: Iterable[Pair]) -> int:
    return sum([len(run) for start, end in parts for run in LETTERS.findall(text, start, end)])


def _between(content: Sequence[Pair], quoted: Sequence[Pair]) -> Iterator[Pair]:
    """What is left of ``content`` without the parts of it that are ``quoted``, which stand in its order."""
    nth = 0
    for start, end in content:
        while nth < len(quoted) and quoted[nth][1] <= end:
            first, last = quoted[nth]
            if start <= first:
                yield start, first
                start = last
            nth += 1
        yield start, end


def mentions(text: str, cast: Cast) -> tuple[Mention, ...]:
    """Where the article names people (by full name or surname) and bodies of the vocabulary, in order."""
    found = {
        (start, end): Mention(start, end, text[start:end], person.name, "person")
        for person in cast.people
        for start, end in person.places
    }
    for start, end, body in cast.bodies:
        found[start, end] = Mention(start, end, text[start:end], body.name, body.kind)
    return tuple(found[place] for place in sorted(found))
