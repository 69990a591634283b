"""What can go wrong with a file on its way: bytes lost, doubled, swapped, put where no program would put them. Seeded."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

MAX_BYTES = 100_000
"""A sample grows no further: what is large is tested by the limits, and ten thousand samples must be affordable."""

OPENERS = [
    b"[",
    b"{",
    b'{"a":',
    b"<div>",
    b"<b><i>",
    b'"',
    b"(",
    b"\xe2\x80\x9c",
    b"<!--",
    b"&",
    b"- ",
    b"> ",
    b"\n ",
]
ODD = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x1a", b"\r", b"\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae",
    b"\xf0\x9d\x94\xb8", b"&#0;", b"&#xD800;", b"&lt;", b"\\u0000", b"\\ud800", b"\\", b"]]>", b"<![CDATA[", b"%00",
    b"*a", b"&a [*a, *a]", b"!!python/none", b"<<: *a", b"---\n", b"\t", b"\x0c", b"=1+1", b"../../x", b"!/", b"\xcc\x81",
]  # fmt: skip
NUMBERS = [
    b"-1", b"0", b"1e999", b"-1e999", b"NaN", b"Infinity", b"9" * 40, b"-" + b"9" * 40, b"9223372036854775808",
    b"0x7fffffff", b"1e-999", b"0" * 60 + b"1", b"1" * 5000, b"2021-02-31", b"99999-99-99", b"-0001-01-01", b"24:61:61",
]  # fmt: skip
ENCODINGS = ["utf-16", "utf-16-be", "utf-32", "utf-7", "latin-1", "cp1256", "shift_jis", "utf-8-sig"]
NODES: list[Any] = [
    None, True, False, 0, -1, 1e308, 10**30, "", " ", "\x00", "\ud800", "a" * 3000, [], {}, [[]], [None], {"": None}, {"a": {}},
    "2021-13-45", "http://[", "https://x/" + "y" * 3000, "javascript:1", ["a", 1, None], {"@type": "ClaimReview"}, "<b>", "\u202e",
]  # fmt: skip

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def mutate(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A sample with one to three things wrong with it; ``others`` are samples from which pieces may be taken."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(MUTATIONS)(chance, data, others)[:MAX_BYTES]
    return data


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def _stretch(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = _place(chance, data)
    return start, min(len(data), start + int(chance.paretovariate(0.5)))


def _flip(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 16) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _random_bytes(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = _place(chance, data)
    return data[:at] + chance.randbytes(chance.randint(1, 64)) + data[at:]


def _truncate(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return data[: _place(chance, data)]


def _behead(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return data[_place(chance, data) :]


def _remove(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def _double(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50, 1000)) + data[end:]


def _move(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(chance, data)
    piece, rest = data[start:end], data[:start] + data[end:]
    at = _place(chance, rest)
    return rest[:at] + piece + rest[at:]


def _splice(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others)
    start, end = _stretch(chance, other)
    at = _place(chance, data)
    return data[:at] + (other[start:end] if chance.random() < 0.5 else other[start:]) + data[at:]


def _nest(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = _place(chance, data) if chance.random() < 0.7 else 0
    return data[:at] + chance.choice(OPENERS) * chance.choice((2, 30, 300, 300, 5000)) + data[at:]


def _odd(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at = _place(chance, data)
        data = data[:at] + chance.choice(ODD) + data[at:]
    return data


def _number(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    digits = [
        at
        for at, byte in enumerate(data)
        if chr(byte).isdigit() and (at == 0 or not chr(data[at - 1]).isdigit())
    ]
    if not digits:
        return _odd(chance, data, others)
    start = end = chance.choice(digits)
    while end < len(data) and data[end] in b"0123456789.-:T":
        end += 1
    return data[:start] + chance.choice(NUMBERS) + data[end:]


def _encode(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(ENCODINGS), "replace")


def _node(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Another value, of whatever type, in the place of one value of a JSON document or of one of its lines."""
    lines = data.split(b"\n") if data.lstrip()[:1] != b"{" or b"}\n{" in data else [data]
    for number in chance.sample(range(len(lines)), min(3, len(lines))):
        try:
            document = json.loads(lines[number])
        except (ValueError, RecursionError):
            continue
        lines[number] = json.dumps(_with_node(chance, document), ensure_ascii=True).encode()
        return b"\n".join(lines)
    return _flip(chance, data, others)


def _with_node(chance: random.Random, document: Any) -> Any:
    inner = (
        list(document)
        if isinstance(document, dict)
        else range(len(document))
        if isinstance(document, list)
        else ()
    )
    if not inner or chance.random() < 0.2:
        return chance.choice((*NODES, [document], [document] * 3, {"a": document}))
    key = chance.choice(list(inner))
    document[key] = _with_node(chance, document[key])
    return document


MUTATIONS: tuple[Mutation, ...] = (
    _flip, _random_bytes, _truncate, _behead, _remove, _double, _move, _splice, _nest, _odd, _odd, _number, _encode, _node, _node,
)  # fmt: skip
