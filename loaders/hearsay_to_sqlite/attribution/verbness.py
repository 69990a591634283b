"""Which cue forms of a sentence are verbs: "reports", "claims", "accused" are nouns and adjectives too."""

from __future__ import annotations

from functools import cache

from hearsay_to_sqlite.attribution.lexicon import Form, Verb, lexicon
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

NOUN_SIGNS = frozenset("DX#")
ONE = frozenset(
    {
        "he",
        "she",
        "it",
        "this",
        "that",
        "one",
        "someone",
        "another",
        "somebody",
        "everyone",
        "everybody",
        "nobody",
    }
)
ALONE = frozenset({"one", "another", "some", "many", "most", "several", "both", "all"})
"""Determiners that can be a subject by themselves ("some say")."""
NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "half"})
"""Determiners that stand for people too: "one in three said"."""
CLAUSE_OPENERS = frozenset({"that", "how", "what", "why", "whether", "if", "where"})
PLURALS = ("s", "people", "media", "police", "men", "women", "some")
MANY_REACH = 8
"""Tokens to the left in which a plural subject is looked for."""
NEAR_QUOTE = 9
"""Tokens behind "considered" in which a word or two in quotation marks make it a verb of saying."""
MAX_CUES = 40
"""A sentence with more cue forms is no sentence but a list or an attack; the rest are plain words."""
TAG = {"b": "n", "s": "n", "d": "v", "g": "G", "j": "n"}


def settle(sentence: Sentence) -> None:
    """Takes the forms that are no verbs out of ``sentence.forms`` and gives them the tag of a plain word."""
    tags = list(sentence.tags)
    for nth, cue in enumerate(sorted(sentence.forms)):
        form = sentence.forms[cue]
        if nth >= MAX_CUES:
            tags[cue] = TAG[form.kind]
            del sentence.forms[cue]
            continue
        if _names(sentence, tags, cue, form):
            tags[cue] = "R"
            del sentence.forms[cue]
        elif not is_verb(sentence, tags, cue, form):
            tags[cue] = "U" if sentence.plain[cue] == "U" and cue else TAG[form.kind]
            del sentence.forms[cue]
    sentence.tags = "".join(tags)


def _names(sentence: Sentence, tags: list[str], cue: int, form: Form) -> bool:
    """``the group called “X” said``: the form only gives a name, and another verb follows the name."""
    if form.kind != "d" or form.verb.lemma not in ("call", "name", "dub"):
        return False
    if tags[cue - 1 : cue] not in (["n"], ["U"], [","]):
        return False
    at = cue + 1
    if tags[at : at + 1] != ["'"]:
        return False
    while at < len(tags) and tags[at] in "'Un,":
        at += 1
    return at < len(tags) and tags[at] in "VvA"


def particle(sentence: Sentence, cue: int, form: Form) -> tuple[Verb, int] | None:
    """The verb with a particle that stands at ``cue`` ("call for"), and the token after it; None for a plain verb."""
    low = sentence.low
    first = _past_when_and_where(sentence, cue + 1)
    for verb in lexicon().particles.get(form.verb.lemma, ()):
        size = len(verb.particle)
        if tuple(low[first : first + size]) == verb.particle:
            return verb, first + size
        if verb.particle in (("responsible",), ("clear",)) and verb.particle[0] in low[cue + 1 : cue + 8]:
            return verb, cue + 1
    return None


def holds_to_be(low: list[str], tags: list[str], start: int) -> bool:
    """``considered the attack a crime``, ``considered it as a mistake``: what somebody holds something to be."""
    there = start
    while (
        there < len(tags)
        and tags[there] in "DXn#UP"
        and there - start < NEAR_QUOTE
        and not (there > start + 1 and tags[there] == "D")
    ):
        there += 1
    return there > start and (tags[there : there + 1] == ["D"] or low[there : there + 1] == ["as"])


def _past_when_and_where(sentence: Sentence, at: int) -> int:
    """``called Friday for calm``, ``called on Sunday in Newport for calm``: past the day and the place."""
    tags = sentence.tags
    while tags[at : at + 1] in ("T", "B") or (tags[at : at + 1] == "R" and tags[at + 1 : at + 2] == "T"):
        at += 1 + (tags[at] == "R")
    if at and sentence.low[at : at + 1] == ["in"] and tags[at + 1 : at + 2] == "U":
        there = at + 1
        while tags[there : there + 1] == "U":
            there += 1
        at = there if tags[there : there + 1] == "R" else at
    return at


def is_verb(sentence: Sentence, tags: list[str], cue: int, form: Form) -> bool:
    """Whether the form at token ``cue`` is a verb here, by what stands on either side."""
    low = sentence.low
    before = tags[cue - 1] if cue else "^"
    if low[cue - 2 : cue] == ["according", "to"]:
        return False
    if form.kind == "j":
        return before in "AB" and low[cue + 1 : cue + 2] == ["that"]
    if (
        form.kind == "d"
        and tags[cue - 2 : cue] in (["D", "B"], ["X", "B"], ["D", "D"])
        and low[cue - 2] not in ALONE
        and tags[cue + 1 : cue + 2] in (["n"], ["U"])
    ):
        # "a clearly identified group", "the most anticipated witness"
        return False
    alone = cue > 0 and low[cue - 1] in ALONE
    if alone and (form.kind == "d" or (form.kind == "s" and low[cue - 1] in ONE)):
        return True
    number = (
        (before == "#" or (cue > 0 and low[cue - 1] in NUMBERS))
        and form.kind == "d"
        and "q" in form.verb.frames
    )
    if (before in NOUN_SIGNS and not alone and not number) or (
        before == "R" and form.kind != "g" and low[cue - 1] != "to"
    ):
        return False
    if before == "B" and cue > 1 and tags[cue - 2] in "DX" and form.kind != "d":
        return False
    if cue and form.kind in "bsg" and low[cue - 1] == "united":
        return False
    if form.kind in "bs" and form.verb.lemma in words("grammar", "nounlike"):
        takes = form.kind == "s" and _takes_object(tags, cue)
        plain = not takes and not _opened(low, tags, cue) and low[cue - 1 : cue] != ["to"] and low[0] != "as"
        if plain and before not in ("ANPWB" if form.kind == "b" else "PWUB"):
            return False
    if low[cue] in _doubtful() and not _opened(low, tags, cue) and "'" not in tags[cue : cue + NEAR_QUOTE]:
        return form.verb.lemma == "consider" and form.kind in "sd" and holds_to_be(low, tags, cue + 1)
    if form.kind == "b" and low[cue] in words("grammar", "same_past") and before in "nUP)":
        return _opened(low, tags, cue) or particle(sentence, cue, form) is not None
    if form.kind == "b":
        return _base(low, tags, cue, before) or _said_by_many(low, tags, cue, form)
    if form.kind == "s":
        return _third_person(sentence, tags, cue, form)
    return True


@cache
def _doubtful() -> frozenset[str]:
    """Forms that are cues only where something follows that nothing else can have."""
    return words("grammar", "mostly_nouns") | words("grammar", "seldom_cues")


def _opened(low: list[str], tags: list[str], cue: int) -> bool:
    """Whether something follows that only a verb can have: a clause, a quotation, an infinitive."""
    after = low[cue + 1 : cue + 2]
    return (
        tags[cue + 1 : cue + 2] == ["Q"]
        or (after != [] and after[0] in CLAUSE_OPENERS)
        or low[cue + 1 : cue + 2] in ([","], [":"], ["to"])
    )


def _said_by_many(low: list[str], tags: list[str], cue: int, form: Form) -> bool:
    """``people close to the party say``, ``61 percent say``: the plural stands further left, or is a number."""
    before, after = (tags[cue - 1] if cue else "^"), tags[cue + 1 : cue + 2]
    if low[cue] == "say":
        if before == "v" and tags[cue - 2] == "D":
            # "those surveyed say"
            return True
        return (
            before in "nU#)"
            or low[cue - 1] == "%"
            or (before == "," and after in (["S"], ["P"], ["G"], ["#"]))
        )
    if before not in "nU" or "s" not in form.verb.frames or form.verb.lemma in words("grammar", "nounlike"):
        return False
    for at in range(cue - 1, max(-1, cue - MANY_REACH), -1):
        if tags[at] in "VvAP,;:-Q":
            return False
        if tags[at] in "nU" and low[at].endswith(PLURALS) and not low[at].endswith("ss"):
            return tags[at + 1] in "RW" or (tags[at + 1] in "GV" and low[cue + 1 : cue + 2] == ["that"])
    return False


def _base(low: list[str], tags: list[str], cue: int, before: str) -> bool:
    if low[cue - 1 : cue] == ["to"] or before in "AN":
        return True
    if before == "D":
        return low[cue - 1] != "one" and low[cue - 1] != "another"
    if before == "P":
        return low[cue - 1] not in ONE
    if before in "nU":
        both = before == "U" and low[cue - 2 : cue - 1] == ["and"] and tags[cue - 3 : cue - 2] == ["U"]
        return both or (low[cue - 1].endswith(PLURALS) and not low[cue - 1].endswith("ss"))
    if before == "B" and cue > 1:
        return tags[cue - 2] in "PA" or (tags[cue - 2] in "nU" and low[cue - 2].endswith(PLURALS))
    if before == "C":
        return any(tag == "V" for tag in tags[max(0, cue - 25) : cue - 1])
    return (before == "W" and low[cue - 1] != "whose") or (
        before in ",Q" and tags[cue + 1 : cue + 2] in (["n"], ["U"], ["D"]) and low[cue] == "say"
    )


def _takes_object(tags: list[str], cue: int) -> bool:
    """``The guild demands a bridge``, ``… and demands a bridge``: no noun stands before a determiner, nor without a verb."""
    before, after = "".join(tags[cue - 2 : cue]), tags[cue + 1] if cue + 1 < len(tags) else ""
    if after == "D":
        return before in ("Dn", "nC", "'C", ",C")
    alone = not any(tag in "vVA" for tag in tags[:cue] + tags[cue + 1 :])
    return before in ("Dn", "nn", "Un") and after in ("n", "U") and alone


def _third_person(sentence: Sentence, tags: list[str], cue: int, form: Form) -> bool:
    before = tags[cue - 1] if cue else "^"
    after = tags[cue + 1] if cue + 1 < len(tags) else "."
    if before == "n" and "q" not in form.verb.frames and _inside_circumstance(tags, cue):
        return False
    if before in "VvRA^":
        # "Explains that nobody knew": the subject is left out.
        return (
            before == "^"
            and after in "S:Q"
            and "q" in form.verb.frames
            and form.verb.lemma not in words("grammar", "nounlike")
        )
    if before == "n" and sentence.low[cue - 1].endswith("s") and not sentence.low[cue - 1].endswith("ss"):
        return False
    if after in "vVA" and before in "nU" and not _plural(sentence, tags, cue + 1):
        return False
    if sentence.low[cue + 1 : cue + 2] == ["to"] and "t" in form.verb.frames:
        return before in "UP,BWC" or form.verb.lemma not in words("grammar", "offers")
    return after != "R" or particle(sentence, cue, form) is not None or "q" in form.verb.frames


def _inside_circumstance(tags: list[str], cue: int) -> bool:
    """``condemned in the strongest terms the attack``: behind a preposition that follows a verb stands no subject."""
    at = cue - 1
    while at > 0 and tags[at] in "n#'":
        at -= 1
    at -= at > 0 and tags[at] == "D"
    return at > 0 and tags[at] == "R" and tags[at - 1] in "Vv"


def _plural(sentence: Sentence, tags: list[str], at: int) -> bool:
    """``rejects reproaches``: of two such forms in a row the first is the verb."""
    form = sentence.forms.get(at)
    return form is not None and form.kind == "s" and tags[at + 1 : at + 2] not in (["Q"], ["S"])
