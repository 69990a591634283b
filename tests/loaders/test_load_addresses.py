"""``load`` with addresses: what comes into the database, what is kept, what is refused and fetched again."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from tests.loaders.serving import Reply, Site, site

from hearsay_to_sqlite.records import stable_id

PAGE = (Path(__file__).parent.parent / "fixtures" / "page" / "granary.html").read_bytes()
OWN = PAGE.replace(b'<link rel="canonical"', b'<link rel="other"').replace(b"ClaimReview", b"Thing")
EDITED = OWN.replace(b"four fires", b"five fires")
STORY = (
    b"Bridge stays closed\n\nEngineer Lise Brandt said that the old bridge would stay closed until spring.\n"
)

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]
Content = Callable[[Path], list[str]]
Load = Callable[..., Result]


@pytest.fixture
def here() -> Iterator[Site]:
    """A server that lets robots in."""
    with site() as found:
        yield found


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Where the database comes to lie."""
    return tmp_path / "t.db"


@pytest.fixture
def load(here: Site, db: Path, run: Run) -> Load:
    """Load paths of the server, and options."""

    def load(*words: str) -> Result:
        return run(
            "load",
            db,
            *(here.url(word) if word.startswith("/") else word for word in words),
            "--allow-private",
            "--pause",
            "0",
        )

    return load


def test_a_page(here: Site, db: Path, load: Load, run: Run, query: Query, content: Content) -> None:
    here.pages["/fire"] = Reply(OWN)
    result = load("/fire")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "1 article, 5 attributions, 0 rejected\n",
        "",
    )
    assert query(db, "select id, url, title, source, supersedes from articles") == [
        (
            stable_id(here.url("/fire").replace("http:", "https:")),
            here.url("/fire"),
            "Harbour ministry blames saboteurs",
            "page",
            None,
        )
    ]
    ((location, url, retrieved_at, copy),) = query(
        db, "select location, url, retrieved_at, saved_copy from article_locations"
    )
    assert (location, url, str(retrieved_at)[-1]) == (here.url("/fire"), here.url("/fire"), "Z")
    assert (db.parent / str(copy)).read_bytes() == OWN
    assert run("check", db).exit_code == 0
    before, asked = content(db), len(here.asked)
    assert load("/fire").exit_code == 0
    assert (content(db), len(here.asked)) == (before, asked)


def test_a_silent_edit_is_a_new_article(
    here: Site, db: Path, load: Load, run: Run, query: Query, content: Content
) -> None:
    here.pages["/fire"] = Reply(OWN)
    load("/fire")
    here.pages["/fire"] = Reply(EDITED)
    assert load("/fire").exit_code == 0
    assert query(db, "select count(*) from articles") == [(1,)]
    assert load("/fire", "--refetch").exit_code == 0
    versions = "select old.text like '%four fires%', new.text like '%five fires%' from articles as new join articles as old on new.supersedes = old.id"
    assert query(db, versions) == [(1, 1)]
    copies = query(db, "select saved_copy from article_locations order by id")
    assert [Path(str(copy)).name for (copy,) in copies] == ["0001.html", "0002.html"]
    assert [(db.parent / str(copy)).read_bytes() for (copy,) in copies] == [OWN, EDITED]
    before = content(db)
    assert load("/fire", "--refetch").exit_code == 0
    assert content(db) == before
    assert run("check", db).exit_code == 0


def test_what_the_network_refused_is_fetched_again(
    here: Site, db: Path, load: Load, run: Run, query: Query
) -> None:
    here.pages["/fire"] = Reply(OWN)
    result = load("/fire", "/bridge?id=7")
    reason = f"{here.url('/bridge?id=7')}: the server answers 404 Not Found. Check the address."
    assert (result.exit_code, result.stderr) == (1, f"{reason}\n")
    assert query(db, "select location, reason, raw from rejects") == [(here.url("/bridge?id=7"), reason, b"")]
    here.pages["/bridge?id=7"] = Reply(status=500)
    assert run("retry", db, "--pause", "0").exit_code == 1
    assert "500 Internal Server Error" in str(query(db, "select reason from rejects"))
    here.pages["/bridge?id=7"] = Reply(STORY, "text/plain")
    # The option with which it was refused is remembered: this host is a private one.
    assert (run("retry", db, "--pause", "0").exit_code, run("rejects", db).stdout) == (0, "")
    assert query(db, "select url, title, source from articles order by n") == [
        (here.url("/fire"), "Harbour ministry blames saboteurs", "page"),
        (here.url("/bridge?id=7"), "Bridge stays closed", "text"),
    ]


def test_what_was_fetched_and_could_not_be_read_is_read_again(
    here: Site, db: Path, load: Load, run: Run, query: Query
) -> None:
    here.pages["/feed"] = Reply(b"<rss><channel></channel></rss>", "application/rss+xml")
    assert load("/feed").exit_code == 1
    assert query(db, "select location, raw from rejects") == [
        (here.url("/feed"), b"<rss><channel></channel></rss>")
    ]
    here.pages.clear()
    assert run("retry", db).exit_code == 1
    assert "this feed holds no entry" in str(query(db, "select reason from rejects"))
    assert here.paths() == ["/feed"]


def test_a_page_that_is_gone_stays_as_it_was(
    here: Site, db: Path, load: Load, run: Run, query: Query
) -> None:
    here.pages["/fire"] = Reply(OWN)
    load("/fire")
    here.pages["/fire"] = Reply(status=410)
    assert load("/fire", "--refetch").exit_code == 1
    assert query(db, "select count(*), (select count(*) from rejects) from articles") == [(1, 1)]
    assert run("retry", db, "--pause", "0").exit_code == 1
    assert len(here.paths()) == 3


def test_without_leave_nothing_private_is_fetched(here: Site, db: Path, run: Run, query: Query) -> None:
    here.pages["/fire"] = Reply(OWN)
    assert run("load", db, here.url("/fire")).exit_code == 1
    assert "a loopback address" in str(query(db, "select reason from rejects"))
    assert here.asked == []
    assert run("retry", db).exit_code == 1
    assert here.asked == []


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


FEED = (
    b'<rss version="2.0"><channel><title>Vale</title><item><title>Fire</title><link>https://vale.example/fire</link>'
    b"<description>Orla Venn said no.</description></item></channel></rss>"
)
LINES = b'{"title": "Fire", "text": "Orla Venn said no.", "url": "https://vale.example/fire"}\n'


@pytest.mark.parametrize(
    ("path", "kind", "body", "expected"),
    [
        ("/feed", "application/rss+xml", FEED, ("feed", "Fire")),
        ("/feed", "text/xml", FEED, ("feed", "Fire")),
        ("/a.jsonl", "application/octet-stream", LINES, ("rows", "Fire")),
        ("/a", "application/json", LINES.strip(), ("rows", "Fire")),
        ("/a.jsonl.gz", "application/gzip", gzip.compress(LINES), ("rows", "Fire")),
        ("/a.csv", "text/plain", b"title,text\nFire,Orla Venn said no.\n", ("rows", "Fire")),
        ("/a.zip", "application/zip", zipped({"b.txt": STORY}), ("text", "Bridge stays closed")),
        ("/a", "", OWN, ("page", "Harbour ministry blames saboteurs")),
        ("/a", "text/plain", STORY, ("text", "Bridge stays closed")),
    ],
)
def test_the_content_type_decides_who_reads(
    path: str,
    kind: str,
    body: bytes,
    expected: tuple[str, str],
    here: Site,
    db: Path,
    load: Load,
    query: Query,
) -> None:
    here.pages[path] = Reply(body, kind)
    assert load(path).exit_code == 0
    assert query(db, "select source, title from articles") == [expected]
    assert query(
        db, "select count(*) from article_locations where saved_copy is null and location not like '%#%'"
    ) == [(0,)]
    # Nothing that a feed or a list names is fetched.
    assert here.paths() == [path]


@pytest.mark.parametrize(
    ("meta", "header", "body"),
    [
        (b"", "windows-1251", "Мост закрыт до весны, сказала инженер.".encode("cp1251")),
        (
            b'<meta charset="windows-1251">',
            "utf-8",
            "Мост закрыт до весны, сказала инженер.".encode("cp1251"),
        ),
        (b"", "windows-1251", "Мост закрыт до весны, сказала инженер.".encode()),
        (b"", "no-such-charset", "Мост закрыт до весны, сказала инженер.".encode()),
    ],
    ids=["the header says it", "the page says it", "the header is wrong", "there is none of that name"],
)
def test_charsets(
    meta: bytes, header: str, body: bytes, here: Site, db: Path, load: Load, query: Query
) -> None:
    html = (
        b"<html><head>"
        + meta
        + b"<title>x</title></head><body><article><p>"
        + body
        + b"</p></article></body></html>"
    )
    here.pages["/a"] = Reply(html, f"text/html; charset={header}")
    load("/a")
    assert query(db, "select text from articles") == [("Мост закрыт до весны, сказала инженер.",)]


CANONICAL = '<link rel="canonical" href="{}">'


@pytest.mark.parametrize(
    ("path", "canonical", "expected"),
    [
        ("/fire?ref=x&page=1", "{here}/2021/fire", "{here}/2021/fire"),
        ("/fire", "https://reuters.com/2021/fire", "{here}/fire"),
        ("/story?id=7", "{here}/story", "{here}/story?id=7"),
        ("/story?utm_source=7", "{here}/story", "{here}/story"),
        ("/fire", "{here}/", "{here}/fire"),
        ("/fire", "javascript:alert(1)", "{here}/fire"),
    ],
    ids=[
        "its own",
        "another outlet's",
        "without what was asked for",
        "without what tracks",
        "the front page",
        "none",
    ],
)
def test_the_address_a_page_gives_itself(
    path: str, canonical: str, expected: str, here: Site, db: Path, load: Load, query: Query
) -> None:
    root = here.url("")
    link = CANONICAL.format(canonical.format(here=root)).encode()
    here.pages[path] = Reply(OWN.replace(b"<head>", b"<head>" + link))
    assert load(path).exit_code == 0
    assert query(db, "select url from articles") == [(expected.format(here=root),)]


def test_two_articles_that_differ_by_a_number_only(here: Site, db: Path, load: Load, query: Query) -> None:
    here.pages["/story?id=7"], here.pages["/story?id=8"] = Reply(OWN), Reply(EDITED)
    assert load("/story?id=7", "/story?id=8").exit_code == 0
    assert query(db, "select url, supersedes from articles order by n") == [
        (here.url("/story?id=7"), None),
        (here.url("/story?id=8"), None),
    ]


def test_no_password_is_kept(db: Path, run: Run) -> None:
    result = run("load", db, "https://reader:secret@news.example/a")
    assert result.exit_code == 1
    assert "secret" not in result.output
    assert not db.exists()


def test_the_copies_in_a_folder_are_not_loaded_with_it(
    here: Site, tmp_path: Path, run: Run, query: Query, articles: Path
) -> None:
    here.pages["/fire"] = Reply(OWN)
    path = articles / "here.db"
    assert run("load", path, here.url("/fire"), "--allow-private", "--pause", 0).exit_code == 0
    assert run("load", path, articles).exit_code == 0
    assert query(path, "select count(*) from articles") == [(3,)]


def test_two_workers_write_what_one_writes(here: Site, tmp_path: Path, run: Run, query: Query) -> None:
    here.pages = {f"/{n}": Reply(OWN.replace(b"four fires", b"%d fires" % n)) for n in range(5)}
    found = []
    for workers in (1, 2):
        path = tmp_path / f"{workers}.db"
        urls = [here.url(f"/{n}") for n in range(6)]
        run("load", path, *urls, "--allow-private", "--pause", 0, "--workers", workers)
        found.append(
            [
                query(path, f"select {columns}")
                for columns in (
                    "id, n, text from articles",
                    "id, location, reason from rejects",
                    "* from attributions",
                )
            ]
        )
    assert found[0] == found[1]
    assert len(found[0][0]) == 5
