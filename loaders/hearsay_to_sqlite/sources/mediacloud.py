"""Media Cloud's sentences: lists of the sentences of stories, put together again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Remark
from hearsay_to_sqlite.sources import articles
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import DOCUMENTS, begins_json, document

SCORE = 66
USED = frozenset(
    [
        "sentence",
        "sentence_number",
        "publish_date",
        "language",
        "stories_id",
        "story_sentences_id",
        "media_id",
        "db_row_last_updated",
        "is_dup",
    ]
)
"""Fields that are taken, or number rows of a database of theirs."""

SIGN = re.compile(rb'^\s*\{\s*"\d+"\s*:\s*\[\s*\{[^{}]{0,4000}"story_sentences_id"')


class MediaCloudSource:
    """Reads answers of Media Cloud's API that hold sentences by story; whole stories are a shape of ``rows``."""

    name = "mediacloud"
    describes = "Media Cloud's sentences by story (its stories are read by rows)"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        head = location.head() if location.suffix in (*DOCUMENTS, "") else b""
        return SCORE if begins_json(head) and SIGN.search(head) else 0

    def read(self, location: Location) -> Iterator[Article | Reject | Remark]:
        """A story for each list of sentences. Raises RejectedInput for what is no such answer."""
        found = document(location)
        if not isinstance(found, Mapping):
            what = "this holds no stories."
            raise RejectedInput(what, location=location.name, remedy="Export it again.")
        left: set[str] = set()
        for number, (story, sentences) in enumerate(found.items(), 1):
            given = (
                [one for one in sentences if isinstance(one, Mapping)] if isinstance(sentences, list) else []
            )
            left.update(
                str(name) for one in given for name, value in one.items() if value and name not in USED
            )
            article = articles.article(
                _fields(str(story), given),
                location=location.name,
                source=self.name,
                source_sha256=articles.digest(given),
                # Only the sentences that were asked for: the whole story may come from elsewhere.
                excerpt=True,
            )
            if article is None:
                raw = json.dumps({story: sentences}).encode()
                yield Reject(location.name, f"story {story} has no sentences.", raw, number)
            else:
                yield article
        if left:
            yield Remark(self.name, "fields not used", tuple(sorted(left)))


def _fields(story: str, sentences: list[Mapping[str, Any]]) -> dict[str, Any]:
    in_order = sorted(sentences, key=lambda one: int(one["sentence_number"]) if _numbered(one) else 0)
    first = in_order[0] if in_order else {}
    return {
        "text": "\n".join(filter(None, (articles.words(one.get("sentence")) for one in in_order))),
        "id": f"mediacloud:{story}",
        "published_on": first.get("publish_date"),
        "language": first.get("language"),
    }


def _numbered(sentence: Mapping[str, Any]) -> bool:
    return isinstance(sentence.get("sentence_number"), int)
