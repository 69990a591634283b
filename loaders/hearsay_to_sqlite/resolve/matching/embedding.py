"""Texts as vectors that stand for their meaning: a sentence-embedding model that the user has on disk.

It comes as sentence-transformers and optimum export one: ``model.onnx`` (there or in a folder ``onnx``) and
``tokenizer.json``. Tokens are averaged as Reimers and Gurevych (2019) do, and the average is brought to length 1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay_to_sqlite.errors import UsageError

NETWORK = "model.onnx"
TOKENIZER = "tokenizer.json"

TOKENS = 128
"""Tokens of a text that are read; claims are sentences, and small models were trained on about as many."""

LETTERS = 4_000
"""Code points of a text that are cut into tokens, so that a megabyte takes no longer than a page."""

BATCH = 32
"""Texts that the network reads at once."""

Vectors = NDArray[np.float32]


class Model:
    """Turns texts into vectors. ``name`` and ``version`` (a hash of its files) tell whose vectors they are."""

    def __init__(self, folder: Path) -> None:
        """Load the model in ``folder``.

        Raises UsageError where a file is missing or broken, and ImportError without the extra ``semantic``.
        """
        runtime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
        tokenizer = _there(folder, TOKENIZER)
        network = folder / "onnx" / NETWORK
        network = network if network.is_file() else _there(folder, NETWORK)
        self.folder, self.name = folder, folder.resolve().name
        # Large networks keep their numbers in files beside them: model.onnx_data.
        self.version = _hash([tokenizer, *sorted(network.parent.glob(NETWORK + "*"))])
        options = runtime.SessionOptions()
        # What it would log, it raises too.
        options.log_severity_level = 4
        try:
            self._tokenizer = tokenizers.Tokenizer.from_file(str(tokenizer))
            self._tokenizer.no_padding()
            self._tokenizer.enable_truncation(TOKENS)
        # Both libraries raise plain Exceptions.
        except Exception as error:
            raise UsageError(f"{tokenizer} cannot be read as a tokenizer: {error}.") from error
        try:
            self._session = runtime.InferenceSession(
                str(network), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:
            raise UsageError(f"{network} cannot be read as a model: {error}.") from error
        self._inputs = [one.name for one in self._session.get_inputs()]
        self.dimensions = self.vectors(["a"]).shape[1]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return a row of length 1 for each text, or of zeros for one without tokens.

        Raises UsageError where the network is not one for sentences.
        """
        # Half of a surrogate pair has no UTF-8.
        plain = [text[:LETTERS].encode("utf-8", "replace").decode() for text in texts]
        tokens = [found.ids for found in self._tokenizer.encode_batch(plain)]
        # Texts of one length together: what is filled up is computed for nothing.
        order = sorted(range(len(tokens)), key=lambda at: len(tokens[at]))
        rows: dict[int, NDArray[Any]] = {}
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            rows.update(zip(batch, self._averages([tokens[at] for at in batch]), strict=True))
        return np.stack([rows[at] for at in range(len(tokens))])

    def _averages(self, tokens: list[list[int]]) -> Vectors:
        longest = max(1, *map(len, tokens))
        ids = np.array([one + [0] * (longest - len(one)) for one in tokens], np.int64)
        mask = np.array([[1] * len(one) + [0] * (longest - len(one)) for one in tokens], np.int64)
        known = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        try:
            found = self._session.run(None, {name: known[name] for name in self._inputs})[0]
        except Exception as error:
            raise UsageError(f"{self.folder}: the model does not take sentences: {error}.") from error
        if found.ndim != 3 or found.shape[:2] != ids.shape or not np.isfinite(found).all():
            raise UsageError(f"{self.folder}: the model does not give a vector of numbers for each token.")
        average: Vectors = (found * mask[..., None]).sum(axis=1, dtype=np.float32)
        length = np.linalg.norm(average, axis=1, keepdims=True)
        rows: Vectors = np.divide(average, length, out=np.zeros_like(average), where=length > 0)
        return rows


def _there(folder: Path, name: str) -> Path:
    file = folder / name
    if not file.is_file():
        raise UsageError(
            f"{file} is missing. --model takes a folder with {NETWORK} and {TOKENIZER}, as sentence-transformers exports it."
        )
    return file


def _hash(files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for file in files:
        with file.open("rb") as opened:
            while block := opened.read(1 << 20):
                found.update(block)
    return found.hexdigest()[:16]
