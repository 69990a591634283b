"""What can be a source."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import find
from hearsay_to_sqlite.records import Article

TEXT = """“They are aggressive. »

"Expected escalation"

Hours before, Tam Hurley had raised his voice. “Things went badly for them, adds the expert. They thought so. »
"""


def test_a_source_has_a_word() -> None:
    found = find(Article("a", "Title", TEXT, "a.txt", "text", "0", "0")).attributions
    assert found
    for one in found:
        for span in one.source:
            assert any(sign.isalnum() for sign in TEXT[span.start : span.end])
