"""Cues behind what they report: "…, he said", "…, said X", and inserted ones with content on both sides."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import adjuncts, contents, inverted, leftward
from hearsay_to_sqlite.attribution.drafting import draft
from hearsay_to_sqlite.attribution.drafts import Candidate, Draft
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def find(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """``…, he said``, ``…, said X``, ``…, he said, …``: content on the left, or on both sides."""
    tags, size = sentence.tags, len(sentence.low)
    subject, at = candidate.subject, candidate.end
    if sentence.low[at : at + 1] and sentence.low[at] in REFLEXIVE and "q" not in candidate.verb.frames:
        # "In the evening, she found herself alone"
        return None
    before = _end_of_speech(sentence, candidate.boundary - 1)
    if (
        subject is None
        or subject.how == "inherited"
        or not (before >= 0 and tags[before] in ",Q-")
        or _names_speaker_last(sentence, candidate)
    ):
        inverted = _inverted(sentence, candidate)
        if inverted is None:
            return _bare_tag(sentence, candidate) if tags[0] == "Q" else None
        subject, before = inverted, _end_of_speech(sentence, candidate.group - 1)
        before -= tags[before] == "S"
        at = subject.end
    if subject.how != "inverted" and _subordinate(sentence, candidate.boundary, subject.start):
        return None
    at = _past_adjuncts(sentence, candidate, at)
    spoken = contents.spoken_before(sentence, before)
    closed = at >= size or tags[at] in ".),;-:" or (tags[at] == "Q" and tags[before] == "Q")
    # “…,” he warned and called for more
    closed = closed or (tags[at] == "C" and tags[at + 1 : at + 2] == "V" and tags[before] == "Q")
    if not closed:
        if not spoken:
            return None
        at = size
    left = contents.span(sentence, contents.left_start(sentence, before), before + 1)
    if left is None:
        return None
    if not leftward.speakable(sentence, candidate, subject, before, at):
        return None
    content = [left]
    rule = (
        "quote-before" if tags[before] == "Q" or "Q" in tags[max(0, before - 1) : before + 1] else "trailing"
    )
    if at < size and tags[at] in ",Q:-" and at + 1 < size:
        after = contents.span(sentence, at, size)
        mixed = "Q" in tags[at : at + 3]
        if subject.how != "inverted" and mixed and _begins_to_speak(sentence, at, before):
            return None
        # “…,” she said, a day after the vote; but “…,” she said, would be needed
        whole_said = (
            tags[before] == "Q"
            and contents.spoken_before(sentence, before)
            and tags[at + 1] not in "vVA"
            and sentence.low[at + 1] != "that"
        )
        if after is not None and (
            mixed or (subject.how != "inverted" and not whole_said and not _tail_is_own(sentence, at))
        ):
            content.append(after)
            rule = "inserted"
    candidate.subject = subject
    return draft(sentence, candidate, content, rule, 0.85 if rule != "trailing" else 0.75)


def _names_speaker_last(sentence: Sentence, candidate: Candidate) -> bool:
    """``…, high costs and a lack of homes, said Ann Smith.``: what stands before the cue is no speaker, as one ends it."""
    tags, subject = sentence.tags, candidate.subject
    rest = tags[candidate.end :].rstrip(".")
    if subject is None or subject.how != "apposition" or not rest:
        return False
    if "q" not in candidate.verb.frames or "a" in candidate.verb.frames:
        return False
    named = not rest.strip("U") or sentence.low[candidate.end :][: len(rest)] in (["he"], ["she"], ["they"])
    return named and tags[candidate.group - 1] == ","


def _bare_tag(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """``“…”, underlines.``: the speaker is left out, as in Spanish and Italian; ``flow`` knows who spoke last."""
    if (
        candidate.subject is not None
        or sentence.tags[candidate.end :].strip(".")
        or candidate.kind not in "sd"
    ):
        return None
    before = candidate.group - 1
    before -= sentence.tags[before] == "," and before > 0
    if before != 0 or sentence.tags[0] != "Q" or "q" not in candidate.verb.frames:
        return None
    content = contents.span(sentence, 0, 1)
    return None if content is None else draft(sentence, candidate, [content], "quote-before", 0.6)


def _end_of_speech(sentence: Sentence, at: int) -> int:
    """The comma inside the mark that closes a short quotation: was “heartbreaking,” she said."""
    return at - 1 if at > 0 and sentence.tags[at] == "'" and sentence.tags[at - 1] == "," else at


def _begins_to_speak(sentence: Sentence, at: int, before: int) -> bool:
    """``Six minutes on, when he was led away, she yelled, “Out with him!”``: what stands before the tag is the writer's."""
    quote = sentence.tags.find("Q", at)
    return (
        "Q" not in sentence.tags[: before + 1]
        and contents.is_speech(sentence, quote)
        and not sentence.tags[quote + 1 :].strip(".")
    )


def _subordinate(sentence: Sentence, boundary: int, subject: int) -> bool:
    """Whether the cue's clause hangs on another: "…, but when she said that, …"; "as she said" is a tag all the same."""
    opening = range(boundary, max(subject, boundary + 1))
    return any(sentence.tags[at] == "S" and sentence.low[at] != "as" for at in opening)


def _tail_is_own(sentence: Sentence, comma: int) -> bool:
    """Whether what follows an inserted tag belongs to the reporter: a participle, a relative clause, "but", "as"."""
    following = sentence.tags[comma + 1 : comma + 2]
    word = sentence.low[comma + 1]
    return following in "VGW" or word in (
        "according",
        "while",
        "as",
        "when",
        "after",
        "citing",
        "whereas",
        "which",
        "but",
        "and",
        "before",
        "though",
        "although",
    )


def _inverted(sentence: Sentence, candidate: Candidate) -> Subject | None:
    tags = sentence.tags
    if not {"q", "s"} & {*candidate.verb.frames} or candidate.kind not in "sdb" or candidate.group == 0:
        return None
    before = candidate.group - 1
    # "…, as explained the minister"
    named = tags[candidate.end : candidate.end + 1] in ("D", "U", "P")
    before -= named and sentence.low[before] in ("as", "so") and tags[before - 1 : before] in (",", "Q")
    if tags[_end_of_speech(sentence, before)] not in ",Q-":
        return None
    if candidate.subject is not None and candidate.subject.how not in ("inherited", "apposition"):
        return None
    if candidate.kind == "b" and candidate.group < candidate.cue:
        # "Clinton, who was there, did not mention Smith"
        return None
    after = candidate.end
    while tags[after : after + 1] == "B" and tags[after + 1 : after + 2] in ("B", "D", "U", "P"):
        # "…, said also the mayor"
        after += 1
    if "a" in candidate.verb.frames:
        # “…”, told the channel a student: the addressee first.
        heard = adjuncts.addressee_end(sentence, after, len(tags))
        if heard > after + 1 and tags[heard : heard + 1] == "D":
            after = heard
    if tags[after : after + 1] in ("R", "T") and "Q" in tags[max(0, before - 1) : before + 1]:
        # “…”, has said on Tuesday to the press the mayor
        after = adjuncts.before_speaker(sentence, after)
    found = inverted.right(sentence, after)
    if found is not None and tags[candidate.group - 2 : candidate.group] == "A,":
        # "The bridge is, says the mayor, a danger": the clause goes on, and no apposition follows.
        end = tags.find(",", found.start, found.end)
        found = found if end < 0 else found._replace(end=end)
    return found


def _past_adjuncts(sentence: Sentence, candidate: Candidate, at: int) -> int:
    """Past an addressee and circumstances to what closes the tag; stays where a clause begins instead."""
    tags, size = sentence.tags, len(sentence.low)
    if "a" in candidate.verb.frames:
        at = adjuncts.addressee_end(sentence, at, size)
        if at == candidate.end and tags[at : at + 1] == "Q" and "Q" in tags[: candidate.group]:
            at += 1
    while at < size:
        moved = adjuncts.skip_circumstance(sentence, at, size)
        if moved == at:
            break
        at = moved
    # A longer circumstance ("during a speech at the Council of …") closes the tag when no verb follows in it.
    if at < size and tags[at] not in ".),;-Q:":
        stop = next((there for there in range(at, size) if tags[there] in ",.;Q:-"), size)
        governs = "n" in candidate.verb.frames and tags[candidate.end : candidate.end + 1] in ("n", "D", "U")
        if governs and "Q" not in tags[: candidate.group]:
            return at
        if not any(tag in "vVAP" for tag in tags[at:stop]) and tags[candidate.end : candidate.end + 1] in (
            "R",
            "T",
            "B",
            "D",
            "U",
            "n",
        ):
            rest = tags[at:stop]
            if "R" in tags[candidate.end : at + 1] or rest[:1] in ("R", "G", "C", "U", "n"):
                return stop
    return at
