"""Reads a tutorial as the steps that its reader takes: files to write, commands to run, and what they print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(
    r"(?:^<!-- (?P<what>file|serve): (?P<of>\S+) -->\n)?^```(?P<language>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
PRINTED = "text"


@dataclass(frozen=True, slots=True)
class Step:
    """One block: what is done with it (``file``, ``serve``, or ``run`` in its language), and what it prints, if that is shown.

    ``of`` is the file's name, or the port that is served on; ``line`` where the block begins.
    """

    what: str
    of: str
    language: str
    body: str
    line: int
    printed: str | None = None


def steps(path: Path) -> Iterator[Step]:
    """The steps of a tutorial, in order. Raises ValueError for what is printed by nothing."""
    text = path.read_text(encoding="utf-8")
    waiting: Step | None = None
    for found in BLOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if found["language"] == PRINTED and not found["what"]:
            if waiting is None:
                raise ValueError(f"{path}:{line}: nothing prints this")
            yield Step(waiting.what, waiting.of, waiting.language, waiting.body, waiting.line, found["body"])
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = Step(found["what"] or "run", found["of"] or "", found["language"], found["body"], line)
    if waiting is not None:
        yield waiting


def agrees(shown: str, printed: str) -> bool:
    """Whether a command printed what the tutorial shows; an ellipsis there stands for anything on a line, or for lines."""
    parts = [re.escape(part) for part in shown.strip().split("…")]
    pattern = ".*".join(parts)
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None
