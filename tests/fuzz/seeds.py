"""What inputs are mutated from: shipped questionnaires, worked examples, broken files, and files that the app wrote."""

import gzip
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from support.backups import fill
from support.builders import ROOT, SHIPPED, document
from support.paper_forms import EVERY_KIND

from cosmos_app.cli.main import main
from cosmos_app.content.loader import read_questionnaire
from cosmos_app.storage.current import store
from cosmos_app.texts.values import choices_of
from cosmos_app.workshop.put_example import put_workshops
from models.items import Item

TESTS = ROOT / "tests"
RELEASES = TESTS / "storage" / "releases"
ROWS = 12
"""People in an answer file, before it is mutated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """What inputs are mutated from.

    Attributes:
        definitions: Files that ``cosmos check`` reads, by name; those of ``tests/broken`` among them.
        sound: Questionnaires that can be used.
        bundles: What ``cosmos import`` reads.
        backups: What ``cosmos restore`` reads.
        tables: CSV and Parquet files that the app exports.
        store: The data file of a store with something in every table.
    """

    definitions: Mapping[str, bytes]
    sound: tuple[Mapping[str, Any], ...]
    bundles: tuple[Any, ...]
    backups: tuple[bytes, ...]
    tables: Mapping[str, bytes]
    store: Path


def write_files(folder: Path) -> None:
    """Let the app write its files into an empty folder; to be done in a process of its own."""
    os.environ["COSMOS_DATA"] = str(folder / "data")
    ids = put_workshops()
    fill(store())
    for stand_in in store().received():  # no server shares the like
        store().drop_received(stand_in.id)
    for kind in (".csv", ".parquet", ".json"):
        main(["export", ids["finished"], "-o", str(folder / f"export{kind}")])
    main(["export", ids["finished"], "--shared", "-o", str(folder / "shared.json")])
    main(["backup", str(folder / "backup.zip")])
    store().close()


def gathered(folder: Path) -> Seeds:
    """Everything, with what ``write_files`` left in a folder."""
    every_kind = document(items=[_sound(item) for item in EVERY_KIND], dimensions=_DIMENSIONS)
    sound = (*(json.loads((SHIPPED / f"{name}.json").read_bytes()) for name in _QUESTIONNAIRES), every_kind)
    bundles = [json.loads(gzip.decompress(file.read_bytes())) for file in sorted(RELEASES.glob("*/shared.json.gz"))]
    bundles += [json.loads((folder / name).read_bytes()) for name in ("shared.json", "export.json")]
    backups = (folder / "backup.zip", *sorted(RELEASES.glob("*/backup.zip")))
    return Seeds(
        definitions={**dict(_definitions()), "every-kind.json": json.dumps(every_kind).encode()},
        sound=sound,
        bundles=tuple(bundles),
        backups=tuple(file.read_bytes() for file in backups),
        tables={name: (folder / name).read_bytes() for name in ("export.csv", "export.parquet")},
        store=folder / "data" / "cosmos.sqlite3",
    )


_DIMENSIONS = [{"id": name, "title": name.title()} for name in ("trust", "openness", "learning")]
_QUESTIONNAIRES = ("project", "ecology", "platform", "maps", "demo")


def _sound(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item of the tests' form, made to pass among the roles that we ship."""
    scored = {"scores": {one["id"]: 1 for one in _DIMENSIONS}} if item["kind"] in ("rubric", "rating") else {}
    renamed = {"id": "several"} if item["id"] == "actors" else {}
    return {**{key: said for key, said in item.items() if key not in ("asked_of", "ask_as")}, **scored, **renamed}


def _definitions() -> Iterator[tuple[str, bytes]]:
    for file in (*sorted(SHIPPED.glob("*.json")), *sorted((TESTS / "broken").glob("*.json"))):
        if not file.name.endswith(".schema.json"):
            yield f"{file.parent.name}-{file.name}", file.read_bytes()
    for file in sorted((TESTS / "cases" / "scoring").glob("*.json")):
        body = json.loads(file.read_bytes()).get("questionnaire")
        if isinstance(body, dict) and "items" in body:
            yield f"case-{file.name}", json.dumps(document(**body)).encode()


def answers(chance: Random, definition: Path) -> list[list[str]]:
    """A table with answers to a sound questionnaire, as people give them."""
    items = [item for item in read_questionnaire(definition).items if chance.random() < 0.9]
    about = [name for name in ("respondent", "site", "wave", "role", "depth") if chance.random() < 0.7]
    rows = [[*about, *(item.id for item in items)]]
    for number in range(ROWS):
        said = {
            "respondent": f"p{number}",
            "site": chance.choice(("Hull", "Turku", "")),
            "wave": chance.choice(("2025", "2026")),
            "role": chance.choice(("Volunteer", "Senior leader", "", "The mayor")),
            "depth": chance.choice(("", "full", "short")),
        }
        rows.append([*(said[name] for name in about), *(_answer(chance, item) for item in items)])
    return rows


def _answer(chance: Random, item: Item) -> str:
    if chance.random() < 0.2:
        return chance.choice(("", "DK", "NA", "OUT"))
    if choices := [str(value) for value in choices_of(item)]:
        return ";".join(chance.sample(choices, 1 if item.kind != "checklist" else chance.randint(1, len(choices))))
    written = {"number": "3", "date": "2026-03-31", "links": "https://a.b", "actors": "Ana;The council"}
    return written.get(item.kind, "A few words")
