"""What other servers handed over, past their own gate: figures of whole workshops, in place of answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.storage import Received, Site, site_key
from cosmos_app.texts.sites.comparison import FROM_ANOTHER_SERVER
from models.catalogues import PracticeCase
from models.definition import Questionnaire
from models.disclosure import threshold
from models.inference import interval
from models.layout import Layout, lay_out
from models.sites import SharingAgreement, SiteCard
from models.waves import ThemeTold, Wave

KEY = "received/"
"""Begins the key of a site on another server, so that it is never taken for one of ours of the same name."""


def by_site(every: Sequence[Received]) -> Mapping[str, tuple[Received, ...]]:
    """What was received, by key of the site; the workshops of a site the earliest first."""
    found: dict[str, list[Received]] = {}
    for one in sorted(every, key=lambda one: (one.body["started_on"], one.id)):
        found.setdefault(f"{KEY}{site_key(one.site)}", []).append(one)
    return {key: tuple(found[key]) for key in sorted(found)}


def site_of(some: Sequence[Received]) -> Site:
    """The site as it was when it was handed over last."""
    body = max(some, key=lambda one: (one.received_on, one.id)).body
    agreed = {
        name: value for name, value in (body.get("agreement") or {}).items() if name in SharingAgreement.__slots__
    }
    return Site(
        name=FROM_ANOTHER_SERVER(site=some[-1].site),
        card=SiteCard(**(body.get("card") or {})),
        agreement=SharingAgreement(**{**agreed, "figures": True}),
        agreed_on=None,
        withdrawn_on=None,
    )


def asked_in(one: Received) -> tuple[str, ...]:
    """Ids of the questionnaires of which something was handed over."""
    return tuple(one.body["questionnaires"])


def definition_in(one: Received, questionnaire: str) -> Questionnaire:
    """The definition that was handed over with the figures."""
    return _form_in(one, questionnaire).questionnaire


@dataclass(frozen=True, slots=True)
class _Sent:
    """A definition as it was handed over; its hash stands for it, which was checked when it came in."""

    hash: str
    document: Mapping[str, Any] = field(compare=False, repr=False)


def _form_in(one: Received, questionnaire: str) -> Layout:
    told = one.body["questionnaires"][questionnaire]
    return _laid_out(_Sent(told["definition"], told["document"]))


@lru_cache(maxsize=256)
def _laid_out(sent: _Sent) -> Layout:
    """One layout of each definition, however many files hold it: what is laid out alike is scored together."""
    return lay_out(kept_questionnaire(sent.document, sent.hash[:12]))


def rated(one: Received, cases: Mapping[str, PracticeCase], questionnaire: str) -> bool:
    """Whether the people there rated a practice case of a questionnaire."""
    case = cases.get(one.body.get("practice") or "")
    return case is not None and case.questionnaire == questionnaire


def wave(one: Received, questionnaire: str) -> Wave:
    """What was handed over of a workshop, as comparisons take it."""
    body = one.body
    whole = whole_group(body["questionnaires"][questionnaire])
    return Wave(
        id=one.id,
        site=one.site,
        initiative=body["initiative"],
        name=body["wave"],
        on=body["started_on"],
        layout=_form_in(one, questionnaire),
        depth=body["depth"],
        k=threshold(body["smallest_group"]),
        figures={theme: _told(told) for theme, told in whole.get("dimensions", {}).items()},
        figures_n=whole.get("n"),
        example=body["example"],
    )


def whole_group(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was told of everyone together in the last round; nothing of it if they are too few."""
    rounds: Mapping[str, Any] = told["rounds"]
    groups = rounds[max(rounds, key=int)]["groups"] if rounds else []
    return next((group for group in groups if not group["by"] and group["n"] is not None), {})


def _told(told: Mapping[str, Any]) -> ThemeTold | None:
    if told["n"] is None:
        return None
    return ThemeTold(
        **{name: told[name] for name in ("n", "mean", "median", "sd", "completeness")},
        stages={int(stage): people for stage, people in told["stages"].items()},
        lower=None,
        upper=None,
        interval=None if told["sd"] is None else interval(told["mean"], told["sd"], told["n"]),
    )
