"""An article with one statement, as the extractor and the resolver leave it, for the tests of the writer."""

from __future__ import annotations

import hashlib

from hearsay_to_sqlite.records import Actor, Article, Attribution, Mention, Passage, Span

TEXT = "Orla Venn said: “No,” and then: “never.”"


def article(text: str = TEXT, location: str = "/a.txt") -> Article:
    """An article with one statement in two pieces, as the extractor and the resolver leave it."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = Attribution(
        id=f"{digest[:4]}-said",
        source=(Span(0, 9),),
        cue=(Span(10, 14),),
        content=(Span(16, 20), Span(32, 40)),
        quoted=(Span(17, 19), Span(33, 38)),
        source_kind="named",
        quote_type="direct",
        speaker="Orla Venn",
        speaker_kind="person",
        actor_id="orla-venn",
        rule="invented",
        confidence=0.5,
    )
    return Article(
        id=digest[:16],
        title="No",
        text=text,
        location=location,
        source="text",
        source_sha256=digest,
        text_sha256=digest,
        language="en",
        encoding="utf-8",
        passages=(Passage(0, len(text), "body"),),
        mentions=(Mention(0, 9, "Orla Venn", "Orla Venn", "person", "orla-venn"),),
        attributions=(found,),
    )


VENN = Actor("orla-venn", "Orla Venn", "person", role="minister", names=("Orla Venn", "Venn"))
