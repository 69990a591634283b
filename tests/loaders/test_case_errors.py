"""Whatever is wrong with a case: the message names the file, the line, what is there and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay_to_sqlite.errors import CaseError
from hearsay_to_sqlite.sources.case.documents import MAX_DEPTH, MAX_REPEATED
from hearsay_to_sqlite.sources.case.loading import load_case

CASE = Path(__file__).parent.parent / "fixtures" / "case"
SAFE = "content: [64, 88]"
WRONG_HASH = "0" * 64
HASH_LINE = next(
    line.strip()
    for line in (CASE / "case.yml").read_text(encoding="utf-8").splitlines()
    if "text_sha256" in line
)


def refused(folder: Path, before: str, after: str) -> str:
    """The message about the case with one piece replaced; ``before`` must stand in it."""
    case = (CASE / "case.yml").read_text(encoding="utf-8")
    assert before in case
    path = folder / "case.yml"
    path.write_text(case.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load_case(path, CASE)
    error = caught.value
    assert error.location == str(path)
    assert error.remedy
    assert str(error).startswith(f"{path}:{error.line}: ")
    assert str(error).endswith(error.remedy)
    changed = path.read_text(encoding="utf-8").splitlines()
    return f"{changed[(error.line or 0) - 1].strip()} | {error}"


@pytest.mark.parametrize(
    ("before", "after", "line", "what"),
    [
        ("act: deny", "akt: deny", "akt: deny", "unknown key 'akt'. Did you mean act"),
        ("facets:", "fassets:", "fassets:", "unknown key 'fassets'. Did you mean facets"),
        ("act: deny", "act: denies", "act: denies", "is 'denies'. It may be assert, accuse"),
        ("    act: deny\n", "", "- id: venn-safe", "lacks 'act'. Add what is missing"),
        ("kind: person", "kind: 5", "kind: 5", "is 5. It may be person, group"),
        ("gist: That the bridge could be used.", "gist: 5", "gist: 5", "is a number: 5. It must be text"),
        (
            "said_on: 2021-11-08",
            "said_on: 2021-02-30",
            "said_on: 2021-02-30",
            "not a date. Write 2021, 2021-11",
        ),
        ("published_on: 2021-11", "published_on: Monday", "published_on: Monday", "not a date. Write 2021"),
        (SAFE, "content: [64]", "content: [64]", "does not fit. An anchor is the exact words"),
        (SAFE, "content: {start: 64}", "content: {start: 64}", "start needs end"),
        (SAFE, "content: {exakt: x}", "content: {exakt: x}", "unknown key 'exakt'. Did you mean exact"),
        ("    file: one.txt\n", "", "- id: one", "It needs one of file, url"),
        ("file: one.txt", "file: ../one.txt", "file: ../one.txt", "It must look like"),
        (
            "file: one.txt",
            f"file: {'one' * 100}.txt",
            f"file: {'one' * 100}.txt",
            "cannot be looked for: File name too long. Check its name",
        ),
    ],
    ids=[
        "unknown key",
        "unknown section",
        "unknown word",
        "missing key",
        "number for a word",
        "number for text",
        "no such day",
        "weekday for a date",
        "one offset",
        "start without end",
        "unknown key of an anchor",
        "neither file nor url",
        "file in another folder",
        "a name too long for a file",
    ],
)
def test_against_the_schema(tmp_path: Path, before: str, after: str, line: str, what: str) -> None:
    message = refused(tmp_path, before, after)
    assert message.startswith(f"{line} | ")
    assert what in message


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("the bridge", "'the bridge' stand at 69, 171: 2 matches. Add a prefix or suffix"),
        ("the tunnel", "'the tunnel' do not stand in the text: no match. Copy them from the article"),
        ("The bridge", "no match"),
        (
            "{exact: the bridge, prefix: under }",
            "stand at 69, 171, but not where the anchor puts them. Correct the prefix",
        ),
        (
            "{exact: the bridge, start: 70, end: 80}",
            "At 70–80 the text has 'he bridge ', not 'the bridge', which stands at 69",
        ),
        ("{exact: safe, prefix: un, start: 84, end: 88}", "do not stand between the given prefix and suffix"),
        ("[64, 5000]", "64–5000 do not lie in the text, which has 217 code points. Give start before end"),
        ("[88, 64]", "88–64 do not lie in the text"),
    ],
    ids=[
        "two matches",
        "no match",
        "other case",
        "other prefix",
        "words elsewhere",
        "not framed",
        "too long",
        "backwards",
    ],
)
def test_anchor_that_fits_no_one_place(tmp_path: Path, content: str, what: str) -> None:
    message = refused(tmp_path, SAFE, f"content: {content}")
    assert message.startswith(f"content: {content} | ")
    assert "venn-safe: content: " in message
    assert what in message


@pytest.mark.parametrize(
    ("before", "after", "line", "what"),
    [
        (
            "actor: critics",
            "actor: critic",
            "actor: critic",
            "no such id stands under actors. Did you mean critics",
        ),
        ("utterance: denial", "utterance: x", "utterance: x", "under utterances. Add it to utterances"),
        (
            "unsafe: denies",
            "unsaved: denies",
            "claims: {safe: asserts, unsaved: denies}",
            "Did you mean unsafe",
        ),
        ("id: critics-unsafe", "id: venn-safe", "- id: venn-safe", "given twice; first at"),
        (
            "wording: original",
            "nested_in: critics-unsafe",
            "nested_in: critics-unsafe",
            "circle: critics-unsafe → critics-unsafe",
        ),
        (
            "quoted: [not safe at all]",
            "quoted: [No one lied]",
            "quoted: [No one lied]",
            "must lie inside the content",
        ),
        (
            "quoted: [not safe at all]",
            "quoted: [[64, 68]]",
            "quoted: [[64, 68]]",
            "outside 171–215, the content",
        ),
        (
            "at: [43, 146]",
            "at: [43, 147]",
            "- {article: one, actor: orla-venn, name: Venn, at: [43, 147]}",
            "has 'enn ', not 'Venn'",
        ),
        ("wording: translated", "supersedes: one", "supersedes: one", "supersedes goes in a circle"),
        (
            HASH_LINE,
            f"text_sha256: {WRONG_HASH}",
            f"text_sha256: {WRONG_HASH}",
            f"{HASH_LINE[-64:]}. Give the file that",
        ),
        (
            HASH_LINE,
            f"source_sha256: {WRONG_HASH}",
            f"source_sha256: {WRONG_HASH}",
            "The source_sha256 of one is 000",
        ),
        (
            HASH_LINE,
            "note: none",
            "content: [64, 88]",
            "no text_sha256. Add the text_sha256",
        ),
    ],
    ids=[
        "unknown actor",
        "unknown utterance",
        "unknown claim",
        "id twice",
        "nested in itself",
        "quoted elsewhere",
        "quoted at offsets elsewhere",
        "mention elsewhere",
        "supersedes itself",
        "wrong text hash",
        "wrong source hash",
        "offsets without hash",
    ],
)
def test_entries_that_do_not_agree(tmp_path: Path, before: str, after: str, line: str, what: str) -> None:
    message = refused(tmp_path, before, after)
    assert message.startswith(f"{line} | ")
    assert what in message


def test_statement_of_another_article(tmp_path: Path) -> None:
    far = "{id: far, article: two, source_kind: none, content: x, gist: x, quote_type: indirect, act: assert}"
    case = (CASE / "case.yml").read_text(encoding="utf-8")
    case = case.replace("mentions:", "  - {id: two, title: Two, url: http://example.org/}\nmentions:")
    path = tmp_path / "case.yml"
    path.write_text(
        case.replace("wording: original", "nested_in: far").replace("\nfacets:", f"\n  - {far}\nfacets:"),
        encoding="utf-8",
    )
    with pytest.raises(
        CaseError, match=r"nested_in is far, a statement of the article two\. It must be one of one"
    ):
        load_case(path, None)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "The file is empty. Begin with `case:`"),
        ("- x", 1, "The file is a list"),
        ("case: {id: x, title: y}\nactors: {id: a\n", 3, "This is not YAML"),
        ("case: {id: x, title: y}\n\tactors: []", 2, "This is not YAML"),
        (
            "case: {id: x, title: y}\ncase: {id: z, title: y}",
            2,
            "'case' is given twice; the first stands on line 1",
        ),
        ("case:\n  id: x\n  title: !!python/name:os.system y", 3, "python/name:os.system' is not allowed"),
        ("case: {id: x, title: y}\n? [a]\n: b", 2, "A key must be one word"),
        ("actors: []", 1, "does not say which case it is"),
        ("case: &a\n  id: *a", 1, "An alias stands inside what it repeats"),
        ("case: {id: x, title: y}\nactors: " + "[" * MAX_DEPTH, 2, f"more than {MAX_DEPTH} deep"),
        ("case: {id: x, title: \x07}", 1, "a character that YAML does not allow"),
    ],
    ids=[
        "empty",
        "no mapping",
        "open bracket",
        "tab",
        "key twice",
        "tag",
        "list as key",
        "no case",
        "alias in itself",
        "too deep",
        "control character",
    ],
)
def test_file_that_cannot_be_read(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = tmp_path / "case.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load_case(path, None)
    assert (caught.value.location, caught.value.line) == (str(path), line)
    assert what in str(caught.value)
    assert caught.value.remedy


def test_aliases_are_limited(tmp_path: Path) -> None:
    levels = [f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]" for n in range(9)]
    path = tmp_path / "case.yml"
    path.write_text("a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(levels), encoding="utf-8")
    with pytest.raises(CaseError, match=f"more than {MAX_REPEATED} values"):
        load_case(path, None)


def test_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "case.yml"
    path.write_bytes("case: {id: x,\n  title: “é”}".encode("cp1252"))
    with pytest.raises(CaseError) as caught:
        load_case(path, None)
    assert str(caught.value).startswith(f"{path}:2: The file is not UTF-8. Save it as UTF-8")


def test_missing_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"nothing\.yml: There is no such file\. Check its name"):
        load_case(tmp_path / "nothing.yml", None)


def test_article_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"%PDF-1.7 \x00\x01")
    path = tmp_path / "case.yml"
    case = (CASE / "case.yml").read_text(encoding="utf-8")
    path.write_text(case.replace(HASH_LINE, "note: none"), encoding="utf-8")
    with pytest.raises(
        CaseError, match=r"case\.yml:\d+: The article's file one\.txt cannot be read: this is a PDF"
    ):
        load_case(path, tmp_path)
