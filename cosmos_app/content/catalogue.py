"""Questionnaires on offer: those that come with CoSMoS, and those in a designer's own folder."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from cosmos_app.content.files import PARSERS, fault
from cosmos_app.content.loader import catalogues_in, read_questionnaire
from cosmos_app.settings import QUESTIONNAIRES
from models.catalogues import Catalogues
from models.definition import Questionnaire
from models.plan import LOCAL
from models.problems import InvalidDefinitionError, Problem

OURS = ("project", "ecology", "platform", "maps", "demo")
"""The order in which our own questionnaires are offered; a designer's come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A questionnaire on offer.

    Attributes:
        questionnaire: What a person chooses by.
        document: What is kept of it when they begin.
    """

    questionnaire: Questionnaire
    document: Mapping[str, Any]


def own_folder() -> Path | None:
    """The folder in which a designer tries out questionnaires: ``COSMOS_QUESTIONNAIRES``."""
    chosen = os.environ.get("COSMOS_QUESTIONNAIRES")
    return Path(chosen).expanduser() if chosen else None


def catalogues() -> Catalogues:
    """Roles, external factors, maps and practice cases: the designer's own where there are any, else ours.

    If a catalogue of the designer's can't be read, ours is used; ``refused`` has the reason.
    """
    try:
        return catalogues_in(own_folder() or QUESTIONNAIRES)
    except InvalidDefinitionError:
        return catalogues_in(QUESTIONNAIRES)


def offered() -> Mapping[str, Offer]:
    """What can be begun, by questionnaire id; a designer's file is read again once it has changed."""
    own, _ = _own()
    every = {**own, **{name: offer for name, offer in _ours().items() if name not in own}}
    maps = catalogues().placements.keys()
    return {name: offer for name, offer in every.items() if maps >= set(offer.questionnaire.placements)}


def refused() -> tuple[Problem, ...]:
    """Why files in the designer's own folder are not on offer."""
    _, problems = _own()
    try:
        catalogues_in(own_folder() or QUESTIONNAIRES)
    except InvalidDefinitionError as error:
        return (*error.problems, *problems)
    return problems


def _own() -> tuple[Mapping[str, Offer], tuple[Problem, ...]]:
    offers: dict[str, Offer] = {}
    problems: list[Problem] = []
    files: dict[str, str] = {}
    for path in _own_files():
        try:
            offer = _read(path)
        except InvalidDefinitionError as error:
            problems += error.problems
            continue
        name = offer.questionnaire.id
        if name == LOCAL:
            problems.append(fault("duplicate-id.own-questions", path.name, "/id", id=name))
        elif name in files:
            problems.append(fault("duplicate-id.other-file", path.name, "/id", id=name, other=files[name]))
        else:
            offers[name], files[name] = offer, path.name
    return offers, tuple(problems)


def _own_files() -> Iterator[Path]:
    folder = own_folder()
    catalogue_names = [f"{kind}.json" for kind in PARSERS if kind != "questionnaire"]
    for path in sorted(folder.glob("*.json")) if folder else ():
        if not path.name.endswith(".schema.json") and path.name not in catalogue_names:
            yield path


def _read(path: Path) -> Offer:
    seen = path.stat() if path.is_file() else None
    return _read_once(path, (seen.st_mtime_ns, seen.st_size) if seen else ())


@lru_cache(maxsize=64)
def _read_once(path: Path, _state: tuple[int, ...]) -> Offer:
    """Read a questionnaire, unless it was read since it changed: screens ask for the offers several times a run."""
    questionnaire = read_questionnaire(path)
    return Offer(questionnaire=questionnaire, document=json.loads(path.read_text(encoding="utf-8-sig")))


@cache
def _ours() -> Mapping[str, Offer]:
    paths = [path for name in OURS if (path := QUESTIONNAIRES / f"{name}.json").is_file()]
    return {offer.questionnaire.id: offer for offer in map(_read, paths)}
