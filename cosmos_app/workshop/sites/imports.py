"""What other servers sent, past their own gate: figures of whole workshops instead of answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from cosmos_app.content.loader import kept_questionnaire
from cosmos_app.storage import ReceivedBundle, Site, site_key
from cosmos_app.texts.sites.comparison import FROM_ANOTHER_SERVER
from models.catalogues import PracticeCase
from models.definition import Questionnaire
from models.group_scores import FEWEST_FOR_SPREAD, DimensionSummary, one_decimal
from models.inference import interval
from models.layout import Layout, lay_out
from models.sites import SharingAgreement, SiteCard
from models.smallest_group import threshold
from models.wave import Wave

KEY_PREFIX = "received/"
"""Of the key of a site on another server, so that it is never taken for a site of the same name here."""


def by_site(bundles: Sequence[ReceivedBundle]) -> Mapping[str, tuple[ReceivedBundle, ...]]:
    """The bundles by key of their site; those of a site the earliest workshop first."""
    found: dict[str, list[ReceivedBundle]] = {}
    for bundle in sorted(bundles, key=lambda bundle: (bundle.body["started_on"], bundle.id)):
        found.setdefault(f"{KEY_PREFIX}{site_key(bundle.site)}", []).append(bundle)
    return {key: tuple(found[key]) for key in sorted(found)}


def site_of(bundles: Sequence[ReceivedBundle]) -> Site:
    """The site of some bundles, as the bundle that was received last describes it."""
    body = max(bundles, key=lambda bundle: (bundle.received_on, bundle.id)).body
    shares = {
        name: value for name, value in (body.get("agreement") or {}).items() if name in SharingAgreement.__slots__
    }
    return Site(
        name=FROM_ANOTHER_SERVER(site=bundles[-1].site),
        card=SiteCard(**(body.get("card") or {})),
        sharing_agreement=SharingAgreement(**{**shares, "figures": True}),
        agreed_on=None,
        withdrawn_on=None,
    )


def questionnaires_in(bundle: ReceivedBundle) -> tuple[str, ...]:
    """Ids of the questionnaires in a bundle."""
    return tuple(bundle.body["questionnaires"])


def definition_in(bundle: ReceivedBundle, questionnaire: str) -> Questionnaire:
    """The definition of a questionnaire that was sent with its figures."""
    return _layout_in(bundle, questionnaire).questionnaire


@dataclass(frozen=True, slots=True)
class _SentDefinition:
    """A definition as it was sent; compared by its hash, which was checked when it came in."""

    hash: str
    document: Mapping[str, Any] = field(compare=False, repr=False)


def _layout_in(bundle: ReceivedBundle, questionnaire: str) -> Layout:
    sent = bundle.body["questionnaires"][questionnaire]
    return _laid_out(_SentDefinition(sent["definition"], sent["document"]))


@lru_cache(maxsize=256)
def _laid_out(sent: _SentDefinition) -> Layout:
    """One layout of each definition, however many bundles hold it: waves of one layout are scored together."""
    return lay_out(kept_questionnaire(sent.document, sent.hash[:12]))


def has_rated(bundle: ReceivedBundle, cases: Mapping[str, PracticeCase], questionnaire: str) -> bool:
    """Whether the people of a workshop rated a practice case of a questionnaire."""
    case = cases.get(bundle.body.get("practice") or "")
    return case is not None and case.questionnaire == questionnaire


def wave_in(bundle: ReceivedBundle, questionnaire: str) -> Wave:
    """A workshop of another server as comparisons take it."""
    body = bundle.body
    whole = whole_group(body["questionnaires"][questionnaire])
    return Wave(
        id=bundle.id,
        site=bundle.site,
        initiative=body["initiative"],
        name=body["wave"],
        on=body["started_on"],
        layout=_layout_in(bundle, questionnaire),
        depth=body["depth"],
        k=threshold(body["smallest_group"]),
        figures={theme: _figures(figures) for theme, figures in whole.get("dimensions", {}).items()},
        figures_n=whole.get("n"),
        example=body["example"],
    )


def whole_group(sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """The figures of everyone together in the last round of a questionnaire; empty if they are too few."""
    rounds: Mapping[str, Any] = sent["rounds"]
    groups = rounds[max(rounds, key=int)]["groups"] if rounds else []
    return next((group for group in groups if not group["by"] and group["n"] is not None), {})


def _figures(sent: Mapping[str, Any]) -> DimensionSummary | None:
    if sent["n"] is None:
        return None
    mean = one_decimal(sent["mean"])
    # Before format 3 the spread was told of any group, also where it may tell of one person, and stages were people's.
    of_answers = "items" in sent
    tells_spread = of_answers and sent["sd"] is not None and sent["n"] >= FEWEST_FOR_SPREAD
    return DimensionSummary(
        n=sent["n"],
        mean=mean,
        items=sent.get("items", 0),
        asked=sent.get("asked", 0),
        completeness=sent["completeness"],
        stages={"": {int(stage): answers for stage, answers in sent["stages"].items()}} if of_answers else {},
        lower=sent.get("lower"),
        upper=sent.get("upper"),
        median=sent["median"] if tells_spread else None,
        sd=sent["sd"] if tells_spread else None,
        interval=interval(mean, sent["sd"], sent["n"]) if tells_spread else None,
    )
