"""The library: the questionnaires people can begin, those shipped and those in a designer's own folder."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from cosmos_app.settings import QUESTIONNAIRES
from models.definition import Catalogues, Minutes, Questionnaire
from models.parsing import parse_factors, parse_questionnaire, parse_roles

SHELF = ("project", "ecology", "platform", "demo")
"""The order in which shipped questionnaires are offered; a designer's own come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A questionnaire on offer: what a person chooses by, and the document to keep."""

    title: str
    summary: str
    minutes: Minutes
    document: Mapping[str, Any]


@lru_cache(maxsize=8)
def schema(name: str) -> Mapping[str, Any]:
    """A schema that we ship, by the name of its file."""
    body: Mapping[str, Any] = json.loads((QUESTIONNAIRES / name).read_text(encoding="utf-8"))
    return body


def _document(path: Path) -> Mapping[str, Any]:
    body: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return body


def parse(document: Mapping[str, Any], name: str) -> Questionnaire:
    """Build a questionnaire whose document was checked before it was kept."""
    return parse_questionnaire(document, schema("questionnaire.schema.json"), name)


@lru_cache(maxsize=1)
def catalogues() -> Catalogues:
    """Roles and external factors, as shipped."""
    return Catalogues(
        roles=parse_roles(_document(QUESTIONNAIRES / "roles.json"), schema("roles.schema.json"), "roles.json"),
        factors=parse_factors(
            _document(QUESTIONNAIRES / "factors.json"), schema("factors.schema.json"), "factors.json"
        ),
    )


@lru_cache(maxsize=1)
def offered() -> Mapping[str, Offer]:
    """What can be begun, by questionnaire id, in the order of the shelf."""
    paths = [QUESTIONNAIRES / f"{name}.json" for name in SHELF]
    if own := os.environ.get("COSMOS_QUESTIONNAIRES"):
        paths = [*sorted(Path(own).glob("*.json")), *paths]
    offers: dict[str, Offer] = {}
    for path in paths:
        if not path.is_file() or path.name.endswith(".schema.json"):
            continue
        document = _document(path)
        questionnaire = parse(document, path.name)
        offers.setdefault(
            questionnaire.id,
            Offer(
                title=questionnaire.title,
                summary=questionnaire.summary,
                minutes=questionnaire.minutes,
                document=document,
            ),
        )
    return offers
