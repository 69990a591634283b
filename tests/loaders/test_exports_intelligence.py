"""STIX and MISP: what threat-intelligence tools read, by their own validators, and what must never be said in them."""

from __future__ import annotations

import csv
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.loaders.conftest import Run
from tests.loaders.published import WITHDRAWN, small

VALIDATORS = os.environ.get("HEARSAY_VALIDATORS", "")
BASE = "https://host.example/-/hearsay/small"
CASE = Path(__file__).parents[2] / "cases" / "kadhimi-2021" / "case.yml"

needs_validators = pytest.mark.skipif(
    not VALIDATORS,
    reason="HEARSAY_VALIDATORS names no Python with stix2-validator and pymisp; make test sets it",
)

Document = dict[str, Any]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small(tmp_path_factory.mktemp("small") / "small.db")


def document(run: Run, source: Path, form: str, out: Path, *options: str) -> Document:
    result = run("export", source, form, out, *options)
    assert result.exit_code == 0, result.output
    found: Document = json.loads(out.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def objects(run: Run, source: Path, tmp_path: Path) -> list[Document]:
    """The objects of the bundle of the small case."""
    found: list[Document] = document(run, source, "stix", tmp_path / "b.json", "--base", BASE)["objects"]
    return found


def at(objects: list[Document], page: str) -> Document:
    """The object whose page this is."""
    [found] = [
        item for item in objects if item.get("external_references", [{}])[0].get("url") == f"{BASE}/{page}"
    ]
    return found


def python(code: str, *arguments: object) -> str:
    command = [VALIDATORS, "-W", "ignore", "-c", code, *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


STIX = """
import json, sys
from stix2validator import ValidationOptions, validate_file
found = validate_file(sys.argv[1], ValidationOptions(version="2.1", disabled=["uuid-check", "extref-hashes"]))
print(json.dumps([found.is_valid, *(str(one) for one in [*found.object_results[0].errors, *found.object_results[0].warnings])]))
"""

MISP = """
import json, sys, pymisp
from pathlib import Path
from jsonschema import Draft4Validator
text = Path(sys.argv[1]).read_text()
schema = json.loads((Path(pymisp.__file__).parent / "data" / "schema-lax.json").read_text())
wrong = [error.message for error in Draft4Validator(schema).iter_errors(json.loads(text))]
event = pymisp.MISPEvent()
event.load(text)
relations = {one["name"] for one in event.describe_types.get("relationships", [])}
for found in event.objects:
    strict = pymisp.MISPObject(found.name, strict=True)
    strict.from_dict(**json.loads(found.to_json()))
    strict.to_dict(strict=True)
    template = json.loads((Path(pymisp.__file__).parent / "data" / "misp-objects" / "objects" / found.name / "definition.json").read_text())
    if (template["uuid"], str(template["version"])) != (found.template_uuid, str(found.template_version)):
        wrong.append(f"{found.name}: another template")
print(json.dumps([len(event.objects), *wrong]))
"""


@needs_validators
@pytest.mark.parametrize("options", [(), ("--base", BASE)], ids=["urn", "base"])
def test_stix2_validator_finds_the_bundle_valid(
    run: Run, source: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    out = tmp_path / "bundle.json"
    document(run, source, "stix", out, *options)
    assert json.loads(python(STIX, out)) == [True]


@needs_validators
def test_pymisp_finds_every_object_true_to_its_template(run: Run, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "event.json"
    held = document(run, source, "misp", out, "--base", BASE)["Event"]["Object"]
    assert json.loads(python(MISP, out)) == [len(held)]


@needs_validators
def test_the_bundled_case_is_valid_in_both(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    assert run("build", CASE, path).exit_code == 0
    for form, code in (("stix", STIX), ("misp", MISP)):
        held = document(run, path, form, tmp_path / form)
        expected = [True] if form == "stix" else [len(held["Event"]["Object"])]
        assert json.loads(python(code, tmp_path / form)) == expected


def test_no_identity_uses_a_technique(objects: list[Document]) -> None:
    related = [item for item in objects if item["type"] == "relationship"]
    assert [
        (item["relationship_type"], item["source_ref"][:6], item["target_ref"][:6]) for item in related
    ] == [("derived-from", "report", "report")]
    patterns = {item["id"] for item in objects if item["type"] == "attack-pattern"}
    assert len(patterns) == 1
    refer = [item for item in objects if patterns & set(item.get("object_refs", []))]
    assert [(item["type"], item["authors"]) for item in refer] == [("note", ["tester"])]
    assert refer[0]["content"] == (
        "Opinion of tester on 2020-03-09, agreed: the claim serves the framing The victim staged it, linked to DISARM"
        " T0023 Distort Facts. It says nothing about whoever made the claim. Reason given: Says so in as many words."
    )
    assert not any(ref.startswith("identity") for ref in refer[0]["object_refs"])


def test_everything_has_a_maker_a_marking_and_a_place(objects: list[Document]) -> None:
    ids = [item["id"] for item in objects]
    assert len(ids) == len(set(ids))
    producer = next(item for item in objects if item["type"] == "identity")
    assert producer["name"] == "testers"
    for item in objects:
        if item["type"] == "marking-definition" or item is producer:
            continue
        assert item["created_by_ref"] == producer["id"]
        assert "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9" in item["object_marking_refs"]
        refs = [*item.get("object_refs", []), *item.get("object_marking_refs", [])]
        refs += [item[key] for key in ("source_ref", "target_ref") if key in item]
        assert set(refs) <= set(ids)


RENDERED = "as rendered by Velia Mirror: machine translation, there and back"
STATEMENTS = [
    (
        "statement/fire-dosh-victim",
        """Marek Dosh accused Ilva Torrent: “acting the victim”, according to Velia Courier.
It asserts: Allegation: that the mayor lit the fire herself.""",
        ["testers"],
        ["accuse"],
    ),
    (
        "statement/copy-dosh-victim",
        f"""Marek Dosh accused Ilva Torrent: playing the wounded ({RENDERED}), according to Velia Mirror.
It asserts: Allegation: that the mayor lit the fire herself.""",
        ["testers"],
        ["accuse"],
    ),
    (
        "statement/f1a6e0c2b7d94e31",
        "Fire service said, according to Velia Courier [found by a machine, not reviewed].",
        ["machine (not reviewed)"],
        ["assert", "not-reviewed"],
    ),
]


@pytest.mark.parametrize(
    ("page", "content", "authors", "labels"), STATEMENTS, ids=[row[0] for row in STATEMENTS]
)
def test_a_statement_is_a_note_on_its_speaker_and_article(
    objects: list[Document], page: str, content: str, authors: list[str], labels: list[str]
) -> None:
    note = at(objects, page)
    assert (note["type"], note["content"], note["authors"], note["labels"]) == (
        "note",
        content,
        authors,
        labels,
    )
    kinds = [ref.partition("--")[0] for ref in note["object_refs"]]
    assert kinds[:2] == ["report", "identity"]


def test_a_claim_is_an_allegation_and_a_verdict_its_publishers(objects: list[Document]) -> None:
    assert at(objects, "claim/staged")["content"] == (
        "Allegation: that the mayor lit the fire herself, attributed to Marek Dosh. No verdict recorded here."
    )
    reviewed = at(objects, "claim/guild-did-it")
    assert "No verdict" not in reviewed["content"]
    [review] = [
        item for item in objects if item.get("object_refs") == [reviewed["id"]] and not item.get("revoked")
    ]
    assert (review["authors"], review["content"]) == (
        ["Velia Facts"],
        "Velia Facts on 2020-03-08: Not proven (2 of 1 to 5). A verdict of its publisher.",
    )


def test_what_was_withdrawn_is_revoked(objects: list[Document]) -> None:
    gone = [item for item in objects if item.get("revoked")]
    assert [item["content"] for item in gone] == [
        "This label was withdrawn by its author.",
        "This statement was withdrawn.",
    ]
    assert gone[1]["external_references"][0]["external_id"] == WITHDRAWN


@pytest.mark.shared
def test_techniques_are_those_of_disarm(run: Run, samples: Path, tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    assert run("build", CASE, path).exit_code == 0
    with (samples / "stix" / "disarm_techniques_ids_names.csv").open(encoding="utf-8") as file:
        known = {row["id"]: row["name"] for row in csv.DictReader(file)}
    found = document(run, path, "stix", tmp_path / "bundle.json")["objects"]
    techniques = {
        item["external_references"][0]["external_id"]: item["name"]
        for item in found
        if item["type"] == "attack-pattern"
    }
    assert len(techniques) > 3
    assert {id: known.get(id) for id in techniques} == techniques


def test_a_misp_event_accuses_nobody_by_itself(run: Run, source: Path, tmp_path: Path) -> None:
    event = document(run, source, "misp", tmp_path / "event.json", "--base", BASE)["Event"]
    assert (event["info"], event["Tag"], event["threat_level_id"]) == (
        "The fire in Port Velia",
        [{"name": "tlp:clear"}],
        "4",
    )
    kinds = {item["name"] for item in event["Object"]}
    assert kinds == {"narrative", "annotation", "news-media"}
    attributes = [value for item in event["Object"] for value in item["Attribute"]]
    assert not any(value["to_ids"] or value.get("Tag") for value in attributes)
    assert not any("Galaxy" in item for item in (event, *event["Object"], *attributes))
    texts = {value["value"] for value in attributes if value["object_relation"] == "text"}
    assert "Marek Dosh accused Ilva Torrent: “acting the victim”, according to Velia Courier." in texts
    [gone] = [item for item in event["Object"] if f"{BASE}/statement/{WITHDRAWN}" in values(item)]
    assert (gone["deleted"], values(gone)[0]) == (True, "This statement was withdrawn.")
    [staged] = [item for item in event["Object"] if f"{BASE}/claim/staged" in values(item)]
    assert values(staged)[0].startswith("Allegation: that the mayor lit the fire herself")
    about = [ref for item in event["Object"] for ref in item.get("ObjectReference", [])]
    assert {ref["comment"] for ref in about if ref["referenced_uuid"] == staged["uuid"]} == {"", "asserts"}


def values(item: Document) -> list[str]:
    return [value["value"] for value in item["Attribute"]]
