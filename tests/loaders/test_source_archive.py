"""Archives: each member is read by what fits it, and nothing that an archive may hold gets further than a refusal."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject
from hearsay_to_sqlite.sources import limits, registry
from hearsay_to_sqlite.sources.archive import ArchiveSource
from hearsay_to_sqlite.sources.locations import Location

STORY = (
    b"Bridge stays closed\n\nEngineer Lise Brandt said that the old bridge would stay closed until spring.\n"
)
TABLE = b"title,text\nFire,Orla Venn said no.\n"

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]
Members = dict[str, bytes]


def zipped(members: Members) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def gzipped(data: bytes) -> bytes:
    """The same bytes at any time of day: the names of tests are made from them."""
    return gzip.compress(data, mtime=0)


def tarred(members: Members, pack: Callable[[bytes], bytes] = gzipped) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return pack(packed.getvalue())


def read(name: str, data: bytes) -> list[tuple[str, str]]:
    """Title of each article and reason of each refusal, with where it stands."""
    found = []
    for item in ArchiveSource().read(Location(f"/x/{name}", None, data)):
        assert isinstance(item, (Article, Reject))
        found.append((item.location.split("#")[0], item.title if isinstance(item, Article) else item.reason))
    return found


NOBODY = "no source reads this kind of input. Save it as plain text, or name a source with --source."
MEMBERS = {
    "a/bridge.txt": STORY,
    "t.csv": TABLE,
    ".hidden.txt": STORY,
    "__MACOSX/x.txt": STORY,
    "p.png": b"\x89PNG",
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(MEMBERS)),
        ("x.tar", tarred(MEMBERS, bytes)),
        ("x.tar.gz", tarred(MEMBERS)),
        ("x.tgz", tarred(MEMBERS)),
        ("x.tar.bz2", tarred(MEMBERS, bz2.compress)),
        ("x.tar.xz", tarred(MEMBERS, lzma.compress)),
    ],
)
def test_members(name: str, data: bytes) -> None:
    assert registry.best(Location(f"/x/{name}", None, data)).name == "archive"
    assert read(name, data) == [
        (f"/x/{name}!/a/bridge.txt", "Bridge stays closed"),
        (f"/x/{name}!/t.csv", "Fire"),
        (f"/x/{name}!/p.png", f"/x/{name}!/p.png: {NOBODY}"),
    ]


@pytest.mark.parametrize(
    ("name", "data"), [("bridge.txt.gz", gzipped(STORY)), ("bridge.txt.bz2", bz2.compress(STORY))]
)
def test_single_files(name: str, data: bytes) -> None:
    assert read(name, data) == [(f"/x/{name}!/bridge.txt", "Bridge stays closed")]


def test_archives_in_archives(monkeypatch: pytest.MonkeyPatch) -> None:
    nested = zipped({"b.tar.gz": tarred({"c.txt.gz": gzipped(STORY)})})
    assert read("a.zip", nested) == [("/x/a.zip!/b.tar.gz!/c.txt.gz!/c.txt", "Bridge stays closed")]
    monkeypatch.setattr(limits, "MAX_NESTING", 2)
    ((where, reason),) = read("a.zip", nested)
    assert where == "/x/a.zip!/b.tar.gz!/c.txt.gz"
    assert "more than 2 deep" in reason


@pytest.mark.parametrize("name", ["../up.txt", "/etc/up.txt", "a/../../up.txt", "..\\up.txt", "C:\\up.txt"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_no_path_leads_outside(name: str, pack: Callable[[Members], bytes]) -> None:
    archive = "x.zip" if pack is zipped else "x.tgz"
    ((_, reason),) = read(archive, pack({name: STORY}))
    assert reason == "the name of this member leads out of the archive."


def test_links_are_refused() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("passwords.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    assert read("x.tar", packed.getvalue()) == [
        ("/x/x.tar!/passwords.txt", "this member is a link or a device.")
    ]


def test_a_name_that_is_no_utf_8_keeps_its_bytes() -> None:
    assert [where for where, _ in read("x.tgz", tarred({os.fsdecode(b"caf\xe9.txt"): STORY}))] == [
        "/x/x.tgz!/caf\\xe9.txt"
    ]


def test_encrypted_members_are_refused() -> None:
    data = bytearray(zipped({"a.txt": STORY}))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    assert read("x.zip", bytes(data)) == [
        ("/x/x.zip!/a.txt", "this member is encrypted. Unpack it yourself.")
    ]


def test_a_damaged_member_of_a_zip_is_refused_alone() -> None:
    data = zipped({"a.txt": STORY, "b.txt": STORY + b"!"})
    at = data.index(b"PK\x01\x02")  # The checksum of the first member stands 16 bytes behind.
    data = data[: at + 16] + bytes(4) + data[at + 20 :]
    assert read("x.zip", data) == [
        ("/x/x.zip!/a.txt", "this member is damaged: Bad CRC-32 for file 'a.txt'."),
        ("/x/x.zip!/b.txt", "Bridge stays closed"),
    ]


def test_a_member_without_a_name_is_refused_alone() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("", "b.txt"):
            with archive.open(zipfile.ZipInfo(name), "w") as file:
                file.write(STORY)
    assert read("x.zip", packed.getvalue()) == [
        ("/x/x.zip!/", f"/x/x.zip!/: {NOBODY}"),
        ("/x/x.zip!/b.txt", "Bridge stays closed"),
    ]


BOMB = {"bomb.txt": bytes(4 * 1024 * 1024)}


@pytest.mark.parametrize(
    ("limit", "value", "members", "reason"),
    [
        ("MAX_MEMBERS", 1, {"a.txt": STORY, "b.txt": STORY + b"!"}, "more than 1 members"),
        ("MAX_UNPACKED", 50, {"a.txt": STORY}, "more than 50 bytes"),
        ("MAX_RATIO", 200, BOMB, "over 200 times its own size"),
    ],
    ids=["count", "size", "ratio"],
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_limits(
    limit: str,
    value: int,
    members: Members,
    reason: str,
    pack: Callable[[Members], bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(RejectedInput, match=reason):
        read("x.zip" if pack is zipped else "x.tgz", pack(members))


def test_a_compressed_bomb_is_refused() -> None:
    with pytest.raises(RejectedInput, match="over 200 times"):
        read("bomb.txt.gz", gzipped(BOMB["bomb.txt"]))


def test_a_member_that_is_too_large_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", len(STORY))
    found = read("x.zip", zipped({"big.txt": STORY + b"more", "small.txt": STORY}))
    assert [where for where, _ in found] == ["/x/x.zip!/big.txt", "/x/x.zip!/small.txt"]
    assert "it is larger than" in found[0][1]


@pytest.mark.parametrize("name", ["x.zip", "x.tar", "x.tgz", "x.tar.xz", "x.gz", "x.bz2", "x.xz"])
@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04junk", zipped({"a.txt": STORY})[:60], tarred({"a": STORY}, bytes)[:40]],
    ids=["junk", "half a zip", "half a tar"],
)
def test_damaged_archives_are_refused(name: str, data: bytes) -> None:
    with pytest.raises(RejectedInput, match="the archive is damaged"):
        list(ArchiveSource().read(Location(f"/x/{name}", None, data)))


def test_a_mended_archive_is_no_longer_listed(tmp_path: Path, run: Run, query: Query) -> None:
    path, archive = tmp_path / "t.db", tmp_path / "x.zip"
    archive.write_bytes(zipped({"bridge.txt": STORY, "empty.txt": b""}))
    assert run("load", path, archive).exit_code == 1
    assert query(path, "select location from rejects") == [(f"{archive}!/empty.txt",)]
    archive.write_bytes(zipped({"bridge.txt": STORY, "empty.txt": STORY + b"!"}))
    assert run("retry", path).exit_code == 0
    assert query(path, "select (select count(*) from rejects), count(*) from articles") == [(0, 2)]


LINES = b"".join(b'{"title": "Fire %d", "text": "Orla Venn said %d."}\n' % (n, n) for n in range(400))
ROWS = b"title,text\n" + b"".join(b"Fire %d,Orla Venn said %d.\n" % (n, n) for n in range(400))


@pytest.mark.parametrize("data", [LINES, ROWS], ids=["jsonl", "csv"])
@pytest.mark.parametrize("kind", ["gz", "bz2", "xz", "zip"])
def test_a_large_table_is_unpacked_while_it_is_read(
    data: bytes, kind: str, tmp_path: Path, run: Run, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 10_000)
    inner = "t.jsonl" if data is LINES else "t.csv"
    pack: dict[str, Callable[[bytes], bytes]] = {
        "gz": gzip.compress,
        "bz2": bz2.compress,
        "xz": lzma.compress,
        "zip": lambda raw: zipped({inner: raw}),
    }
    archive = tmp_path / (f"{inner}.{kind}" if kind != "zip" else "t.zip")
    archive.write_bytes(pack[kind](data))
    result = run("load", tmp_path / "t.db", archive, "--no-extract")
    assert (result.exit_code, result.stdout) == (0, "400 articles, 0 attributions, 0 rejected\n")
    ((location,),) = query(tmp_path / "t.db", "select location from article_locations limit 1")
    assert str(location).startswith(f"{archive}!/{inner}#")


@pytest.mark.parametrize(
    ("limit", "value", "cut", "reason"),
    [
        ("MAX_UNPACKED", 15_000, None, "more than 15000 bytes come out"),
        ("MAX_RATIO", 3, None, "over 3 times its own size"),
        ("MAX_RATIO", 200, -20, "the archive is damaged"),
    ],
    ids=["size", "ratio", "cut short"],
)
def test_a_large_table_is_held_to_the_limits(
    limit: str,
    value: int,
    cut: int | None,
    reason: str,
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 10_000)
    monkeypatch.setattr(limits, "RATIO_FROM", 10_500)
    monkeypatch.setattr(limits, limit, value)
    archive = tmp_path / "t.jsonl.gz"
    archive.write_bytes(gzip.compress(LINES)[:cut])
    result = run("load", tmp_path / "t.db", archive, "--no-extract")
    assert result.exit_code == 1
    assert reason in result.stderr


def test_what_is_read_whole_stays_bounded(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 1_000)
    for name, data in (
        ("t.txt.gz", gzip.compress(STORY * 20)),
        ("b.zip", zipped({"inner.zip": zipped({"a.txt": LINES})})),
    ):
        (tmp_path / name).write_bytes(data)
        result = run("load", tmp_path / "t.db", tmp_path / name)
        assert result.exit_code == 1
        assert "is larger than" in result.stderr


@pytest.mark.shared
def test_ten_thousand_claims_in_an_archive(samples: Path, tmp_path: Path, run: Run) -> None:
    result = run("load", tmp_path / "t.db", samples / "claimreview" / "crowdchecked_vclaims.tar.gz")
    assert (result.exit_code, result.stdout) == (
        0,
        "0 articles, 0 attributions, 0 rejected, 10339 claims, 10340 reviews\n",
    )
