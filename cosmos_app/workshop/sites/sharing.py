"""Which places there are, and which of their workshops may be told to whoever compares sites."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cosmos_app.content.catalogue import catalogues
from cosmos_app.storage import Received, Room, Site, site_key
from cosmos_app.storage.current import store
from cosmos_app.workshop.sites import imports
from cosmos_app.workshop.sites.wave_cache import WAVES
from models.sites import SiteCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place that workshops name.

    Attributes:
        key: What all spellings of its name share.
        name: As it was written first.
        workshops: How many workshops name it, drafts among them.
    """

    key: str
    name: str
    workshops: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """A site that agreed to share, with what may be told of it.

    Attributes:
        key: As of ``Place``.
        site: Its card and what it agreed to, as it is at this moment.
        rooms: Its workshops that have talked, the earliest first.
        received: What another server handed over of it, the earliest first; then there are no rooms here.
    """

    key: str
    site: Site
    rooms: tuple[Room, ...] = ()
    received: tuple[Received, ...] = ()

    @property
    def is_example(self) -> bool:
        """Whether any of its answers are invented."""
        return any(room.example for room in self.rooms) or any(one.body["example"] for one in self.received)

    def asks(self, questionnaire: str) -> bool:
        """Whether one of its workshops asked a questionnaire."""
        return any(questionnaire in room.definitions for room in self.rooms) or any(
            questionnaire in imports.asked_in(one) for one in self.received
        )

    def calibrated(self, questionnaire: str) -> bool:
        """Whether its people have rated a practice case of a questionnaire, so that the scale means the same to all."""
        cases = catalogues().practice
        return any(
            (case := cases.get(room.plan.practice)) is not None
            and case.questionnaire == questionnaire
            and case.id in room.definitions
            for room in self.rooms
        ) or any(imports.rated(one, cases, questionnaire) for one in self.received)


def places() -> tuple[Place, ...]:
    """Every place that a workshop names or of which a card is kept, by name."""
    names = {site_key(one.name): one.name for one in store().sites()}
    counts = dict.fromkeys(names, 0)
    for room in _earliest_first(store().rooms()):
        if key := site_key(room.plan.site):
            names.setdefault(key, room.plan.site.strip())
            counts[key] = counts.get(key, 0) + 1
    return tuple(Place(key=key, name=names[key], workshops=counts[key]) for key in sorted(names))


def sharing() -> tuple[Sharing, ...]:
    """The sites that share anything, by name, those of other servers last.

    Read anew each time, so that a withdrawal holds at once; what is kept in memory of others is let go of.
    """
    rooms: dict[str, list[Room]] = {}
    for room in _earliest_first(store().rooms()):
        if room.workshop.shows_scores:
            rooms.setdefault(site_key(room.plan.site), []).append(room)
    here = [
        Sharing(key=key, site=_as_agreed(site), rooms=tuple(rooms[key]))
        for site in store().sites()
        if (site.agreement.figures or site.agreement.stories) and (key := site_key(site.name)) in rooms
    ]
    elsewhere = [
        Sharing(key=key, site=imports.site_of(some), received=some)
        for key, some in imports.by_site(store().received()).items()
    ]
    rooms_here = [one.id for site in here for one in site.rooms]
    WAVES.keep_only([*rooms_here, *(one.id for site in elsewhere for one in site.received)])
    return (*here, *elsewhere)


def with_figures() -> tuple[Sharing, ...]:
    """The sites that share their figures, by name."""
    return tuple(one for one in sharing() if one.site.agreement.figures)


def _as_agreed(site: Site) -> Site:
    """A site with its card only if it shares that, which it does with its figures."""
    return site if site.agreement.figures else replace(site, card=SiteCard())


def _earliest_first(rooms: Iterable[Room]) -> list[Room]:
    return sorted(rooms, key=lambda one: (one.started_on, one.id))
