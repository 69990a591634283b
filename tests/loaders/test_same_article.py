"""The same article twice is one row with every location; two articles are never one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

SAID = "Orla Venn said that saboteurs had started the fire."
OTHER = "Lise Brandt said that the old bridge would stay closed."


def page(canonical: str = "", og: str = "", text: str = SAID) -> str:
    links = (f'<link rel="canonical" href="{canonical}">' if canonical else "") + (
        f'<meta property="og:url" content="{og}">' if og else ""
    )
    return f"<html><head><title>Harbour fire</title>{links}</head><body><article><p>{text}</p></article></body></html>"


def line(url: str, text: str = SAID) -> str:
    return json.dumps({"url": url, "title": "Harbour fire", "text": text})


URL = "https://vale.example/2021/fire-7"

CASES: dict[str, tuple[dict[str, str], int, int]] = {
    # files, articles, places
    "one address in two lists": (
        {"a.jsonl": line(URL), "b.jsonl": line("http://www.vale.example/2021/fire-7/?utm_source=x")},
        1,
        2,
    ),
    "a mobile and an AMP address": (
        {
            "a.jsonl": line("https://m.vale.example/2021/fire-7"),
            "b.jsonl": line(f"{URL}/amp"),
            "c.jsonl": line(f"{URL}?amp=1#x"),
        },
        1,
        3,
    ),
    "mirrors with the same text": (
        {"a.jsonl": line(URL), "b.jsonl": line("https://mirror.example/copied/9")},
        1,
        2,
    ),
    "three addresses in one list": (
        {
            "a.jsonl": "\n".join(
                map(line, (URL, "https://m.vale.example/2021/fire-7", f"{URL}?gclid=1", f"{URL}/amp"))
            )
        },
        1,
        3,
    ),
    "three addresses in a list without texts": (
        {
            "a.jsonl": "\n".join(
                line(url, "") for url in (URL, "https://m.vale.example/2021/fire-7", f"{URL}/amp")
            )
        },
        1,
        3,
    ),
    "a page and its file in a list": ({"a.html": page(URL), "b.jsonl": line(URL)}, 1, 2),
    "a page saved twice": (
        {"a.html": page(URL), "b.html": page(URL).replace("\n", "\r\n") + "<!-- saved -->"},
        1,
        2,
    ),
    "rel=canonical and og:url": ({"a.html": page(canonical=URL), "b.html": page(og=f"{URL}?fbclid=1")}, 1, 2),
    "a text and the text with other line ends": (
        {"a.txt": f"Harbour fire\n\n{SAID}\n", "b.txt": f"Harbour fire\r\n\r\n{SAID}\r\n"},
        1,
        2,
    ),
    "another text at the same address": ({"a.jsonl": line(URL), "b.jsonl": line(f"{URL}/", OTHER)}, 2, 2),
    "two numbers in the query": (
        {
            "a.jsonl": line("https://vale.example/s?id=7"),
            "b.jsonl": line("https://vale.example/s?id=8", OTHER),
        },
        2,
        2,
    ),
    "two pages that name their front page": (
        {"a.html": page("https://vale.example/"), "b.html": page("https://vale.example/", text=OTHER)},
        2,
        2,
    ),
    "two texts without an address": ({"a.txt": SAID, "b.txt": OTHER}, 2, 2),
}


@pytest.mark.parametrize("name", CASES)
def test_cases(name: str, tmp_path: Path, run: Run, query: Query) -> None:
    files, articles, places = CASES[name]
    folder, path = tmp_path / "in", tmp_path / "t.db"
    folder.mkdir()
    for file, content in files.items():
        (folder / file).write_text(content, newline="")
    assert run("load", path, folder).exit_code == 0
    assert query(path, "select (select count(*) from articles), count(*) from article_locations") == [
        (articles, places)
    ]
    supersedes = 1 if name == "another text at the same address" else 0
    assert query(path, "select count(supersedes) from articles") == [(supersedes,)]
    assert run("check", path).exit_code == 0
    run("load", path, *sorted(folder.iterdir(), reverse=True))
    assert query(path, "select (select count(*) from articles), count(*) from article_locations") == [
        (articles, places)
    ]


def test_a_mirror_keeps_its_own_address(tmp_path: Path, run: Run, query: Query) -> None:
    path, listed = tmp_path / "t.db", tmp_path / "a.jsonl"
    listed.write_text(f"{line(URL)}\n{line('https://mirror.example/copied/9')}\n")
    assert run("load", path, listed).exit_code == 0
    assert query(
        path,
        "select articles.url, article_locations.url from article_locations join articles on articles.id = article_id",
    ) == [
        (URL, URL),
        (URL, "https://mirror.example/copied/9"),
    ]
