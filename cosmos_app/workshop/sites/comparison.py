"""Sites side by side: what each shares on one questionnaire, a page of them at a time, in an order people chose."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from types import MappingProxyType

from cosmos_app.content.catalogue import SHELF, offered
from cosmos_app.workshop.participation import definition
from cosmos_app.workshop.sites.imports import asked_in, definition_in
from cosmos_app.workshop.sites.sharing import Sharing
from cosmos_app.workshop.sites.wave_cache import WAVES
from models.comparison import Row, between, rank
from models.definition import Depth, Questionnaire
from models.plan import LOCAL
from models.waves import Wave

A_PAGE = 24
"""Sites on one page: what one can still look through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody wants to see.

    Attributes:
        questionnaire: Its id.
        sites: Keys of the sites, in the order chosen; () is all of them, by name.
        card: What their cards must say, by field; choices alone.
        page: Which page, from 0.
    """

    questionnaire: str
    sites: tuple[str, ...] = ()
    card: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTold:
    """A site with what its workshops give.

    Attributes:
        rows: One a workshop that asked the questionnaire, the earliest first; never empty.
    """

    sharing: Sharing
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A page of sites.

    Attributes:
        questionnaire: The newest definition, by which all are scored.
        sites: Those of this page, in the order asked for.
        count: Sites on all pages.
        page: Which page this is, from 0.
        pages: How many there are, at least one.
    """

    questionnaire: Questionnaire
    sites: tuple[SiteTold, ...]
    count: int
    page: int
    pages: int


def asked_of(sites: Sequence[Sharing]) -> Mapping[str, Questionnaire]:
    """The questionnaires that can be compared, by id: the newest definition of each, in the order of the shelf.

    The newest may be one that a room was asked, one that another server sent, or the one that is on the shelf.
    """
    rooms = [room for one in sites for room in one.rooms]
    asked = dict.fromkeys((name, digest) for room in rooms for name, digest in room.definitions.items())
    every = [(name, definition(digest)[0]) for name, digest in asked if name != LOCAL]
    every += [(name, definition_in(other, name)) for one in sites for other in one.received for name in asked_in(other)]
    here, on_offer = {name for name, _ in every}, offered()
    every += [(name, offer.questionnaire) for name, offer in on_offer.items() if name in here]
    found: dict[str, Questionnaire] = {}
    for name, questionnaire in every:
        found[name] = max(found.get(name, questionnaire), questionnaire, key=rank)
    order = {name: place for place, name in enumerate(SHELF)}
    names = sorted(found, key=lambda name: (order.get(name, len(order)), name))
    return {name: found[name] for name in names if found[name].dimensions}


def fitting(sites: Sequence[Sharing], wanted: Wanted) -> list[Sharing]:
    """The sites that were asked for, in the order asked for."""
    by_key = {one.key: one for one in sites}
    chosen = [by_key[key] for key in wanted.sites if key in by_key] if wanted.sites else sites
    return [
        one
        for one in chosen
        if all(getattr(one.site.card, part) == value for part, value in wanted.card.items())
        and one.asks(wanted.questionnaire)
    ]


def side_by_side(sites: Sequence[Sharing], wanted: Wanted) -> Beside:
    """Lay a page of sites beside each other.

    Args:
        sites: Those that share their figures, as they are at this moment.
        wanted: What to show of them.
    """
    found = fitting(sites, wanted)
    pages = max(1, ceil(len(found) / A_PAGE))
    page = min(max(wanted.page, 0), pages - 1)
    here = found[page * A_PAGE : (page + 1) * A_PAGE]
    waves = waves_by_site(here, wanted.questionnaire)
    newest = asked_of(sites)[wanted.questionnaire]
    rows = rows_of(waves, newest, depths_of(sites, wanted.questionnaire))
    told = [SiteTold(sharing=one, rows=rows[one.key]) for one in here if rows[one.key]]
    return Beside(questionnaire=newest, sites=tuple(told), count=len(found), page=page, pages=pages)


def depths_of(sites: Sequence[Sharing], questionnaire: str) -> frozenset[Depth]:
    """The forms that were asked anywhere: whatever page a site stands on, it is told by the same items."""
    rooms = [room.depth for one in sites for room in one.rooms if questionnaire in room.definitions]
    others = [other.body["depth"] for one in sites for other in one.received if questionnaire in asked_in(other)]
    return frozenset([*rooms, *others])


def rows_of(
    waves: Mapping[str, Sequence[Wave]], newest: Questionnaire, depths: Collection[Depth]
) -> Mapping[str, tuple[Row, ...]]:
    """What waves give beside each other, by key of their sites."""
    every = [wave for some in waves.values() for wave in some]
    rows = {row.wave.id: row for row in between(every, newest, depths).rows} if every else {}
    return {key: tuple(rows[wave.id] for wave in some) for key, some in waves.items()}


def waves_by_site(sites: Sequence[Sharing], questionnaire: str) -> Mapping[str, list[Wave]]:
    """The waves of sites by their keys, with whether each site is calibrated."""
    waves = [
        *WAVES.of([room for one in sites for room in one.rooms], questionnaire),
        *WAVES.handed_over([other for one in sites for other in one.received], questionnaire),
    ]
    by_id = {wave.id: wave for wave in waves}
    found = {}
    for one in sites:
        calibrated = one.calibrated(questionnaire)
        ids = [*(room.id for room in one.rooms), *(other.id for other in one.received)]
        found[one.key] = [replace(by_id[here], calibrated=calibrated) for here in ids if here in by_id]
    return found
