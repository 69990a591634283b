"""Ready answers of files that do not change, kept in memory within bounds: what one reader waited for, the next has at once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from .. import databases
from ..links import Links

MOST = 16_000_000
"""Characters kept at once; the answers that were not asked for longest go first."""

LARGEST = MOST // 8
"""An answer longer than this is not kept."""

Owner = TypeVar("Owner")


@dataclass(frozen=True, slots=True)
class Ready:
    """A page as far as it is the same for every reader: its JSON twin, or what stands in the frame of Datasette, and the few facts
    that the frame shows."""

    text: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Memory:
    """Answers by what they answer, least recently asked for first."""

    kept: OrderedDict[Hashable, Ready] = field(default_factory=OrderedDict)
    characters: int = 0

    def find(self, key: Hashable) -> Ready | None:
        """The answer, if it is kept."""
        if key not in self.kept:
            return None
        self.kept.move_to_end(key)
        return self.kept[key]

    def keep(self, key: Hashable, ready: Ready) -> None:
        """Keep an answer, and let others go where there are too many."""
        if key is None or key in self.kept or len(ready.text) > LARGEST:
            return
        self.kept[key] = ready
        self.characters += len(ready.text)
        while self.characters > MOST:
            _, oldest = self.kept.popitem(last=False)
            self.characters -= len(oldest.text)


def of(memories: MutableMapping[Owner, Memory], owner: Owner) -> Memory:
    """The memory of an instance or of its templates; it goes with them."""
    return memories.setdefault(owner, Memory())


TWINS: WeakKeyDictionary[Any, Memory] = WeakKeyDictionary()
"""JSON twins, by instance."""

BODIES: WeakKeyDictionary[Any, Memory] = WeakKeyDictionary()
"""What stands in the frame, by the templates that it was made with: on 1.0 a plugin may choose them for each request."""


def key(request: Any, database: Any, links: Links) -> Hashable:
    """What an answer depends on, besides who may see it, which is asked each time: the file as it lies there, the whole address,
    and the addresses that it gives out. None where the file may change."""
    version = databases.version(database)
    if version is None:
        return None
    return (database.name, version, request.path, request.query_string, links)
