"""What a noun phrase says of whom it means: its head, its name, a role beside the name, the body spoken for."""

from __future__ import annotations

from hearsay_to_sqlite.attribution.cast import NAME, known_body, person_part
from hearsay_to_sqlite.clean.names import without_possessive
from hearsay_to_sqlite.vocabulary import words


def headless(run: str) -> str:
    """A capitalised run without the sentence's first word where that is no name."""
    first = run.split(" ", 1)
    return first[1] if first[0] in words("grammar", "not_names") and len(first) > 1 else run


def is_owner(phrase: str, at: int, run: str) -> bool:
    """ "Trump's adviser" is not Trump, nor is "an aide to Trump"."""
    following = phrase[at + len(run) : at + len(run) + 3]
    before = phrase[:at].rstrip().rsplit(" ", 1)[-1].lower()
    return following.startswith(("'s ", "’s ", "' ", "’ ")) or before in (
        "of",
        "to",
        "for",
        "from",
        "by",
        "with",
        "at",
        "under",
    )


def head_noun(plain: list[str]) -> str:
    """The noun that a phrase is about: its last word before "of", "for", "who" …"""
    for at, word in enumerate(plain):
        if at and word in (
            "of",
            "for",
            "in",
            "at",
            "from",
            "who",
            "with",
            "on",
            "to",
            "that",
            "which",
            "close",
            "familiar",
            "by",
            "and",
        ):
            return plain[at - 1]
    return plain[-1] if plain else ""


def speaks_not(head: str) -> bool:
    """Whether a noun names what nobody can be: signs and figures, and what has the ending of an abstract noun.

    >>> [speaks_not(noun) for noun in ("indicators", "condition", "delegation", "driver")]
    [True, True, False, False]
    """
    if head in words("roles", "things"):
        return True
    listed = any(head in words("roles", key) for key in ("people", "plural", "documents", "bodies"))
    return head.endswith(tuple(words("roles", "abstract"))) and not listed


def role_beside(phrase: str, at: int, name: str) -> str | None:
    """What a phrase says of the name in it: the words before, or the apposition behind."""
    before = phrase[:at].strip(" ,")
    after = phrase[at + len(name) :].strip()
    role = before or (after[1:].strip() if after.startswith(",") else "")
    if role.split(" ", 1)[0] in ("who", "whose", "which", "whom"):
        return None
    role = trim(role.removeprefix("and ").strip())
    return role if role and len(role) < 120 else None


def spoken_for(phrase: str) -> str | None:
    """The body for which a spokesperson speaks: "US Department of Defense spokesman", "a spokeswoman for the mission"."""
    low = phrase.lower()
    at = next((low.find(word) for word in words("roles", "spokes") if word in low), -1)
    if at < 0:
        return None
    before = trim(phrase[:at].rsplit(",", 1)[-1].strip())
    found = _body(before)
    if found is not None:
        return found
    behind = phrase[at:].split(" for ", 1)
    return _body(trim(behind[1].split(",")[0])) if len(behind) > 1 else None


def _body(phrase: str) -> str | None:
    body = known_body(without_possessive(phrase))
    if body is not None:
        return body.name
    first = NAME.search(phrase)
    if first is None:
        return None
    return without_possessive(phrase[first.start() :].strip()) if len(phrase) - first.start() < 80 else None


def last_name(runs: list[tuple[int, str]]) -> str | None:
    """The last capitalised name of a phrase."""
    for _, run in reversed(runs):
        # Titles ("the Prime Minister") and demonyms ("Norwegian") are capitalised and name nobody.
        if person_part(run)[0] and known_body(f"{run} government") is None:
            return without_article(run)
    return None


def without_article(name: str) -> str | None:
    """A name without possessive and sentence-initial word; None when nothing of a name is left."""
    plain = without_possessive(headless(name))
    return plain if plain not in words("grammar", "not_names") else None


def trim(phrase: str) -> str:
    """A phrase as a name: no article, and no relative clause."""
    phrase = phrase.removesuffix(" that")
    for mark in (", who", " who", ", which", " which", " — "):
        if phrase.endswith(mark) or mark + " " in phrase:
            phrase = (phrase + " ").split(mark + " ")[0]
    first = phrase.split(" ", 1)
    if first[0].lower() in ("the", "a", "an") and len(first) > 1:
        phrase = first[1]
    plain = phrase.strip(" ,;:—-")
    bare = plain.strip('“”"')
    # "the group called “Red Dawn”" keeps its closing mark.
    return (plain if bare.count('"') % 2 or bare.count("“") != bare.count("”") else bare)[:160]
