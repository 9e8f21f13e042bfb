"""Sites compared: what each shares on one questionnaire, a page of them at a time, in an order people chose."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from types import MappingProxyType

from cosmos_app.content.catalogue import OURS, offered
from cosmos_app.workshop.participation import definition
from cosmos_app.workshop.sites.imports import definition_in, questionnaires_in
from cosmos_app.workshop.sites.sharing import SharedSite
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES
from models.definition import Depth, Questionnaire
from models.plan import LOCAL
from models.side_by_side import Row, between, rank
from models.wave import Wave

PAGE_SIZE = 24
"""Sites on one page: as many as people can still look through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which sites somebody wants to compare, and on what.

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
class ComparedSite:
    """A site with what its workshops give.

    Attributes:
        sharing: The site, with what others may see of it.
        rows: One for each workshop that asked the questionnaire, the earliest first; never empty.
    """

    sharing: SharedSite
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """A page of compared sites.

    Attributes:
        questionnaire: The newest definition, by which all are scored.
        sites: Those of this page, in the order asked for.
        count: Sites on all pages.
        page: Which page this is, from 0.
        pages: How many there are, at least one.
    """

    questionnaire: Questionnaire
    sites: tuple[ComparedSite, ...]
    count: int
    page: int
    pages: int


def questionnaires_to_compare(sites: Sequence[SharedSite]) -> Mapping[str, Questionnaire]:
    """The questionnaires that can be compared, by id: the newest definition of each, in the order of the catalogue.

    The newest may be one that a room was asked, one that another server sent, or the one that is on offer here.
    """
    rooms = [room for site in sites for room in site.rooms]
    asked = dict.fromkeys((name, digest) for room in rooms for name, digest in room.definitions.items())
    every = [(name, definition(digest)[0]) for name, digest in asked if name != LOCAL]
    bundles = [bundle for site in sites for bundle in site.received]
    every += [(name, definition_in(bundle, name)) for bundle in bundles for name in questionnaires_in(bundle)]
    known, on_offer = {name for name, _ in every}, offered()
    every += [(name, offer.questionnaire) for name, offer in on_offer.items() if name in known]
    newest: dict[str, Questionnaire] = {}
    for name, questionnaire in every:
        newest[name] = max(newest.get(name, questionnaire), questionnaire, key=rank)
    order = {name: position for position, name in enumerate(OURS)}
    names = sorted(newest, key=lambda name: (order.get(name, len(order)), name))
    return {name: newest[name] for name in names if newest[name].dimensions}


def selected_sites(sites: Sequence[SharedSite], selection: Selection) -> list[SharedSite]:
    """The sites of a selection, on all its pages, in the order asked for."""
    by_key = {site.key: site for site in sites}
    chosen = [by_key[key] for key in selection.sites if key in by_key] if selection.sites else sites
    return [
        site
        for site in chosen
        if all(getattr(site.site.card, part) == value for part, value in selection.card.items())
        and site.asks(selection.questionnaire)
    ]


def comparison_page(sites: Sequence[SharedSite], selection: Selection) -> ComparisonPage:
    """Compare a page of sites.

    Args:
        sites: Those that share their figures, as they are at this moment.
        selection: Which of them, and which page.
    """
    selected = selected_sites(sites, selection)
    pages = max(1, ceil(len(selected) / PAGE_SIZE))
    page = min(max(selection.page, 0), pages - 1)
    on_page = selected[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    waves = waves_by_site(on_page, selection.questionnaire)
    newest = questionnaires_to_compare(sites)[selection.questionnaire]
    rows = rows_of(waves, newest, depths_of(sites, selection.questionnaire))
    compared = [ComparedSite(sharing=site, rows=rows[site.key]) for site in on_page if rows[site.key]]
    return ComparisonPage(questionnaire=newest, sites=tuple(compared), count=len(selected), page=page, pages=pages)


def depths_of(sites: Sequence[SharedSite], questionnaire: str) -> frozenset[Depth]:
    """The forms that were asked at any site, so that a site gives the same on whatever page it is."""
    rooms = [room.depth for site in sites for room in site.rooms if questionnaire in room.definitions]
    bundles = [bundle for site in sites for bundle in site.received if questionnaire in questionnaires_in(bundle)]
    return frozenset([*rooms, *(bundle.body["depth"] for bundle in bundles)])


def rows_of(
    waves: Mapping[str, Sequence[Wave]], newest: Questionnaire, depths: Collection[Depth]
) -> Mapping[str, tuple[Row, ...]]:
    """What waves give when they are compared, by key of their sites."""
    every = [wave for of_site in waves.values() for wave in of_site]
    rows = {row.wave.id: row for row in between(every, newest, depths).rows} if every else {}
    return {key: tuple(rows[wave.id] for wave in of_site) for key, of_site in waves.items()}


def waves_by_site(sites: Sequence[SharedSite], questionnaire: str) -> Mapping[str, list[Wave]]:
    """The waves of sites by their keys, with whether each site is calibrated."""
    waves = [
        *SHARED_WAVES.of_rooms([room for site in sites for room in site.rooms], questionnaire),
        *SHARED_WAVES.of_bundles([bundle for site in sites for bundle in site.received], questionnaire),
    ]
    by_id = {wave.id: wave for wave in waves}
    found = {}
    for site in sites:
        calibrated = site.calibrated(questionnaire)
        ids = [*(room.id for room in site.rooms), *(bundle.id for bundle in site.received)]
        found[site.key] = [replace(by_id[wave], calibrated=calibrated) for wave in ids if wave in by_id]
    return found
