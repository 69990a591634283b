"""A document against the schema of case files, with messages for people instead of the validator's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from rapidfuzz import fuzz, process

from hearsay_to_sqlite.errors import CaseError
from hearsay_to_sqlite.sources.case.documents import Document, Keys

SCHEMA = Path(__file__).parent.parent / "case.schema.json"
SEE = "See docs/case-file.md."
CLOSEST_SHOWN = 3
CLOSE = 60.0

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?")
_KINDS = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a mapping",
}
_TYPES = {
    "string": "text",
    "array": "a list",
    "object": "a mapping",
    "integer": "a whole number",
    "number": "a number",
}


def is_partial_date(value: object) -> bool:
    """Whether a text is a day, month or year of the calendar, as ISO 8601 writes them.

    >>> is_partial_date("2021-11"), is_partial_date("2021-02-30")
    (True, False)
    """
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def closest(word: str, known: Iterable[str]) -> str:
    """A hint that names the known words most like ``word``; empty where none is like it.

    >>> closest("sorce", ["source", "cue"])
    'Did you mean source?'
    """
    found = process.extract(word, sorted(known), scorer=fuzz.ratio, limit=CLOSEST_SHOWN, score_cutoff=CLOSE)
    return f"Did you mean {', '.join(name for name, _, _ in found)}?" if found else ""


def validate(document: Document) -> None:
    """Nothing where the document fits the schema.

    Raises:
        CaseError: It does not; names the first line that is wrong, what is there and what may be.
    """
    # A key that is spelled wrong is missing too; the wrong spelling tells more.
    found = _validator().iter_errors(document.data)
    errors = sorted(found, key=lambda error: (not _unknown_keys(_deepest(error)), _line(document, error)))
    if errors:
        error = errors[0]
        what, remedy = _explain(_deepest(error))
        raise CaseError(what, location=document.name, line=_line(document, error), remedy=remedy)


@lru_cache(maxsize=1)
def _validator() -> Draft202012Validator:
    checker = FormatChecker(formats=())
    checker.checks("partial-date")(is_partial_date)
    return Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=checker)


def _deepest(error: ValidationError) -> ValidationError:
    """Of an ``anyOf``, the branch that the value was meant for, if its type tells."""
    while error.validator == "anyOf" and error.context:
        branches = {inner.schema_path[0] for inner in error.context}
        wrong = {
            inner.schema_path[0] for inner in error.context if inner.validator == "type" and not inner.path
        }
        meant = [inner for inner in error.context if inner.schema_path[0] in branches - wrong]
        if not meant or all(inner.validator == "required" for inner in error.context):
            return error
        error = meant[-1]
    return error


def _line(document: Document, error: ValidationError) -> int:
    keys: Keys = tuple(_deepest(error).absolute_path)
    unknown = _unknown_keys(_deepest(error))
    if unknown:
        keys = (*keys, unknown[0])
    while keys not in document.lines:
        keys = keys[:-1]
    return document.lines[keys]


def _unknown_keys(error: ValidationError) -> list[str]:
    if error.validator != "additionalProperties":
        return []
    instance: Any = error.instance
    schema: Any = error.schema
    return [key for key in instance if key not in schema["properties"]]


def _explain(error: ValidationError) -> tuple[str, str]:
    """What is wrong and what to do, as two sentences."""
    where = _name(error.absolute_path)
    wanted: Any = error.validator_value
    instance: Any = error.instance
    given = _shown(instance)
    if error.validator == "additionalProperties":
        key = _unknown_keys(error)[0]
        schema: Any = error.schema
        known = schema["properties"]
        return f"{where} has the unknown key {key!r}.", closest(
            key, known
        ) or f"Known are {', '.join(known)}."
    if error.validator == "required":
        missing = [key for key in wanted if key not in instance]
        return f"{where} lacks {', '.join(map(repr, missing))}.", f"Add what is missing. {SEE}"
    if error.validator == "enum":
        hint = closest(str(instance), map(str, wanted))
        return f"{where} is {given}.", f"It may be {', '.join(map(str, wanted))}. {hint}".strip()
    if error.validator == "type":
        is_a = _KINDS.get(type(instance), "empty")
        return f"{where} is {is_a}: {given}.", f"It must be {_TYPES.get(str(wanted), str(wanted))}. {SEE}"
    if error.validator == "format" or where.endswith(("_on", "since", "until", "date")):
        return f"{where} is {given}, which is not a date.", "Write 2021, 2021-11 or 2021-11-07."
    if error.validator == "dependentRequired":
        return (
            f"{where} has only one of two keys that belong together.",
            "start needs end; prefix and suffix need exact.",
        )
    return f"{where} is {given}, which does not fit.", f"{_rule(error)} {SEE}"


def _rule(error: ValidationError) -> str:
    if error.validator == "anyOf":
        branches: Any = error.validator_value
        options = [branch.get("required") for branch in branches]
        if all(options):
            return f"It needs one of {', '.join(str(keys[0]) for keys in options)}."
        return "An anchor is the exact words, [start, end], or a mapping of exact, prefix, suffix, start and end."
    if error.validator == "pattern":
        return f"It must look like {error.validator_value}."
    return f"The rule is {error.validator}: {error.validator_value}."


def _name(path: Iterable[str | int]) -> str:
    """How a message calls a value: ``statements[3].source``."""
    name = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return name.lstrip(".") or "The file"


def _shown(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"
