"""``load`` with addresses: what comes into the database, what is kept, what is refused and fetched again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from tests.loaders.serving import EDITED, OWN, STORY, Reply, Site

from hearsay_to_sqlite.records import stable_id

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]
Content = Callable[[Path], list[str]]
Load = Callable[..., Result]


def test_a_page(here: Site, target: Path, load: Load, run: Run, query: Query, content: Content) -> None:
    here.pages["/fire"] = Reply(OWN)
    result = load("/fire")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "1 article, 5 attributions, 0 rejected\n",
        "",
    )
    assert query(target, "select id, url, title, source, supersedes from articles") == [
        (
            stable_id(here.url("/fire").replace("http:", "https:")),
            here.url("/fire"),
            "Harbour ministry blames saboteurs",
            "page",
            None,
        )
    ]
    ((location, url, retrieved_at, copy),) = query(
        target, "select location, url, retrieved_at, saved_copy from article_locations"
    )
    assert (location, url, str(retrieved_at)[-1]) == (here.url("/fire"), here.url("/fire"), "Z")
    assert (target.parent / str(copy)).read_bytes() == OWN
    assert run("check", target).exit_code == 0
    before, asked = content(target), len(here.asked)
    assert load("/fire").exit_code == 0
    assert (content(target), len(here.asked)) == (before, asked)


def test_a_silent_edit_is_a_new_article(
    here: Site, target: Path, load: Load, run: Run, query: Query, content: Content
) -> None:
    here.pages["/fire"] = Reply(OWN)
    load("/fire")
    here.pages["/fire"] = Reply(EDITED)
    assert load("/fire").exit_code == 0
    assert query(target, "select count(*) from articles") == [(1,)]
    assert load("/fire", "--refetch").exit_code == 0
    versions = "select old.text like '%four fires%', new.text like '%five fires%' from articles as new join articles as old on new.supersedes = old.id"
    assert query(target, versions) == [(1, 1)]
    copies = query(target, "select saved_copy from article_locations order by id")
    assert [Path(str(copy)).name for (copy,) in copies] == ["0001.html", "0002.html"]
    assert [(target.parent / str(copy)).read_bytes() for (copy,) in copies] == [OWN, EDITED]
    before = content(target)
    assert load("/fire", "--refetch").exit_code == 0
    assert content(target) == before
    assert run("check", target).exit_code == 0


def test_what_the_network_refused_is_fetched_again(
    here: Site, target: Path, load: Load, run: Run, query: Query
) -> None:
    here.pages["/fire"] = Reply(OWN)
    result = load("/fire", "/bridge?id=7")
    reason = f"{here.url('/bridge?id=7')}: the server answers 404 Not Found. Check the address."
    assert (result.exit_code, result.stderr) == (1, f"{reason}\n")
    assert query(target, "select location, reason, raw from rejects") == [
        (here.url("/bridge?id=7"), reason, b"")
    ]
    here.pages["/bridge?id=7"] = Reply(status=500)
    assert run("retry", target, "--pause", "0").exit_code == 1
    assert "500 Internal Server Error" in str(query(target, "select reason from rejects"))
    here.pages["/bridge?id=7"] = Reply(STORY, "text/plain")
    # The option with which it was refused is remembered: this host is a private one.
    assert (run("retry", target, "--pause", "0").exit_code, run("rejects", target).stdout) == (0, "")
    assert query(target, "select url, title, source from articles order by n") == [
        (here.url("/fire"), "Harbour ministry blames saboteurs", "page"),
        (here.url("/bridge?id=7"), "Bridge stays closed", "text"),
    ]


def test_what_was_fetched_and_could_not_be_read_is_read_again(
    here: Site, target: Path, load: Load, run: Run, query: Query
) -> None:
    here.pages["/feed"] = Reply(b"<rss><channel></channel></rss>", "application/rss+xml")
    assert load("/feed").exit_code == 1
    assert query(target, "select location, raw from rejects") == [
        (here.url("/feed"), b"<rss><channel></channel></rss>")
    ]
    here.pages.clear()
    assert run("retry", target).exit_code == 1
    assert "this feed holds no entry" in str(query(target, "select reason from rejects"))
    assert here.paths() == ["/feed"]


def test_a_page_that_is_gone_stays_as_it_was(
    here: Site, target: Path, load: Load, run: Run, query: Query
) -> None:
    here.pages["/fire"] = Reply(OWN)
    load("/fire")
    here.pages["/fire"] = Reply(status=410)
    assert load("/fire", "--refetch").exit_code == 1
    assert query(target, "select count(*), (select count(*) from rejects) from articles") == [(1, 1)]
    assert run("retry", target, "--pause", "0").exit_code == 1
    assert len(here.paths()) == 3


def test_without_leave_nothing_private_is_fetched(here: Site, target: Path, run: Run, query: Query) -> None:
    here.pages["/fire"] = Reply(OWN)
    assert run("load", target, here.url("/fire")).exit_code == 1
    assert "a loopback address" in str(query(target, "select reason from rejects"))
    assert here.asked == []
    assert run("retry", target).exit_code == 1
    assert here.asked == []


def test_two_articles_that_differ_by_a_number_only(
    here: Site, target: Path, load: Load, query: Query
) -> None:
    here.pages["/story?id=7"], here.pages["/story?id=8"] = Reply(OWN), Reply(EDITED)
    assert load("/story?id=7", "/story?id=8").exit_code == 0
    assert query(target, "select url, supersedes from articles order by n") == [
        (here.url("/story?id=7"), None),
        (here.url("/story?id=8"), None),
    ]


def test_no_password_is_kept(target: Path, run: Run) -> None:
    result = run("load", target, "https://reader:secret@news.example/a")
    assert result.exit_code == 1
    assert "secret" not in result.output
    assert not target.exists()


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
