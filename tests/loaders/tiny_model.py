"""A sentence-embedding model of a few kilobytes, written byte by byte: each word is a row of a table.

The bytes are ONNX's protocol buffer (onnx.proto: ModelProto, GraphProto, NodeProto, TensorProto, ValueInfoProto), so that
no package is needed only to make them.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

FLOAT, INT64 = 1, 7


def write(folder: Path, meanings: Mapping[str, Sequence[float]]) -> Path:
    """Write ``model.onnx`` and ``tokenizer.json`` for words that have these ``meanings``; all others have none."""
    folder.mkdir(parents=True, exist_ok=True)
    dimensions = len(next(iter(meanings.values())))
    rows = [[0.0] * dimensions, *meanings.values()]
    (folder / "model.onnx").write_bytes(_model(rows))
    vocabulary = {"?": 0} | {word: n for n, word in enumerate(meanings, 1)}
    tokenizer = {
        "version": "1.0",
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "?"},
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    return folder


def _model(rows: Sequence[Sequence[float]], output: str = "last_hidden_state") -> bytes:
    numbers = b"".join(struct.pack(f"<{len(row)}f", *row) for row in rows)
    table = _number(1, len(rows)) + _number(1, len(rows[0])) + _number(2, FLOAT)
    table += _part(8, b"table") + _part(9, numbers)
    gather = _part(1, b"table") + _part(1, b"input_ids") + _part(2, output.encode()) + _part(4, b"Gather")
    graph = _part(1, gather) + _part(2, b"words") + _part(5, table)
    graph += _part(11, _value("input_ids", INT64, 2)) + _part(11, _value("attention_mask", INT64, 2))
    graph += _part(12, _value(output, FLOAT, 3))
    return _number(1, 8) + _part(7, graph) + _part(8, _number(2, 13))


def _value(name: str, kind: int, dimensions: int) -> bytes:
    shape = b"".join(_part(1, _part(2, f"{name}{n}".encode())) for n in range(dimensions))
    return _part(1, name.encode()) + _part(2, _part(1, _number(1, kind) + _part(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _part(field: int, content: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    written = b""
    while value > 0x7F:
        written += bytes([value & 0x7F | 0x80])
        value >>= 7
    return written + bytes([value])
