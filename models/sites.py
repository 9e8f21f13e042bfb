"""Sites: what is known of a place where people work on a service, and what it agreed to share with others."""

from dataclasses import dataclass
from typing import Literal

Compelled = Literal["", "free", "compelled", "both"]
"""Whether people may choose to use the service; "" for not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCard:
    """A site in its own words; "" is not said.

    Attributes:
        service: The service or the field it works in.
        people: Whom it is for.
        compelled: Whether people may choose to use it; "" for not said.
        stage: How far the work is, as an id of ``STAGES``.
        started_by: Who started working together there, as an id of ``STARTED_BY``.
        size: How many people it is for, as an id of ``SIZES``.
        country: Where it is.
        languages: The languages spoken there.
    """

    service: str = ""
    people: str = ""
    compelled: Compelled = ""
    stage: str = ""
    started_by: str = ""
    size: str = ""
    country: str = ""
    languages: str = ""


STAGES = ("", "idea", "prototype", "pilot", "running", "spreading")
STARTED_BY = ("", "people", "staff", "managers", "funder", "law", "together")
SIZES = ("", "under-50", "under-500", "under-5000", "more")
"""Ids in the order of a form; "" is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingAgreement:
    """What a site agreed to share with whoever compares sites; nothing unless it says so. Answers are never shared.

    Attributes:
        figures: The card, and what its workshops give together, theme by theme.
        stories: What it agreed, did and noted: actions, what became of them, evidence, factors.
        asked: Whether others may ask it.
        contact: Whom to ask; "" unless it may be asked.
    """

    figures: bool = False
    stories: bool = False
    asked: bool = False
    contact: str = ""
