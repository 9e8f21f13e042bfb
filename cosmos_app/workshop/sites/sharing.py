"""Which sites there are, and which of their workshops people who compare sites may see."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cosmos_app.content.catalogue import catalogues
from cosmos_app.storage import ReceivedBundle, Room, Site, site_key
from cosmos_app.storage.current import store
from cosmos_app.workshop.sites import imports
from cosmos_app.workshop.sites.wave_cache import SHARED_WAVES
from models.sites import SiteCard


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSite:
    """A site that workshops name, or of which a card is kept.

    Attributes:
        key: The same for all spellings of its name (``storage.site_key``).
        name: As it was written first.
        workshops: How many workshops name it, drafts included.
    """

    key: str
    name: str
    workshops: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSite:
    """A site that agreed to share, with what others may see of it.

    Attributes:
        key: As of ``NamedSite``; of a site on another server, with a prefix.
        site: Its card and its sharing agreement, as they are at this moment.
        rooms: Its workshops whose scores may be seen, the earliest first.
        received: What another server sent of it, the earliest first; then there are no rooms here.
    """

    key: str
    site: Site
    rooms: tuple[Room, ...] = ()
    received: tuple[ReceivedBundle, ...] = ()

    @property
    def is_example(self) -> bool:
        """Whether any of its answers are invented."""
        return any(room.example for room in self.rooms) or any(bundle.body["example"] for bundle in self.received)

    def asks(self, questionnaire: str) -> bool:
        """Whether one of its workshops asked a questionnaire."""
        return any(questionnaire in room.definitions for room in self.rooms) or any(
            questionnaire in imports.questionnaires_in(bundle) for bundle in self.received
        )

    def calibrated(self, questionnaire: str) -> bool:
        """Whether its people have rated a practice case of a questionnaire, so that all read its scale alike."""
        cases = catalogues().practice
        return any(
            (case := cases.get(room.plan.practice)) is not None
            and case.questionnaire == questionnaire
            and case.id in room.definitions
            for room in self.rooms
        ) or any(imports.has_rated(bundle, cases, questionnaire) for bundle in self.received)


def named_sites() -> tuple[NamedSite, ...]:
    """Every site that a workshop names or of which a card is kept, by name."""
    names = {site_key(site.name): site.name for site in store().sites()}
    counts = dict.fromkeys(names, 0)
    for room in _earliest_first(store().rooms()):
        if key := site_key(room.plan.site):
            names.setdefault(key, room.plan.site.strip())
            counts[key] = counts.get(key, 0) + 1
    return tuple(NamedSite(key=key, name=names[key], workshops=counts[key]) for key in sorted(names))


def shared_sites() -> tuple[SharedSite, ...]:
    """The sites that share anything, by name, those of other servers last.

    Read from the store each time, so that a withdrawal counts at once; cached waves of other sites are dropped.
    """
    rooms: dict[str, list[Room]] = {}
    for room in _earliest_first(store().rooms()):
        if room.workshop.shows_scores:
            rooms.setdefault(site_key(room.plan.site), []).append(room)
    here = [
        SharedSite(key=key, site=_without_unshared_card(site), rooms=tuple(rooms[key]))
        for site in store().sites()
        if (site.sharing_agreement.figures or site.sharing_agreement.stories) and (key := site_key(site.name)) in rooms
    ]
    elsewhere = [
        SharedSite(key=key, site=imports.site_of(bundles), received=bundles)
        for key, bundles in imports.by_site(store().received()).items()
    ]
    rooms_here = [room.id for shared in here for room in shared.rooms]
    SHARED_WAVES.keep_only([*rooms_here, *(bundle.id for shared in elsewhere for bundle in shared.received)])
    return (*here, *elsewhere)


def sites_with_figures() -> tuple[SharedSite, ...]:
    """The sites that share their figures, by name."""
    return tuple(shared for shared in shared_sites() if shared.site.sharing_agreement.figures)


def _without_unshared_card(site: Site) -> Site:
    """The site; without its card unless it shares its figures, for the card is shared with them."""
    return site if site.sharing_agreement.figures else replace(site, card=SiteCard())


def _earliest_first(rooms: Iterable[Room]) -> list[Room]:
    return sorted(rooms, key=lambda room: (room.started_on, room.id))
