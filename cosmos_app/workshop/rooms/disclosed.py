"""What may be told of a room: all of it past the gate, and only of rounds that were revealed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cosmos_app.content.catalogue import catalogues
from cosmos_app.interchange.records import groups_json
from cosmos_app.storage import Decision, Person, Room, Store
from cosmos_app.storage.current import store
from cosmos_app.workshop.participation import definition, engine_version
from cosmos_app.workshop.rooms.joining import room
from cosmos_app.workshop.rooms.memo import Memo
from models.answers import AnswerSheet, Response, Value
from models.catalogues import Placement
from models.disclosure import unanimous
from models.external_factors import candidates
from models.layout import Layout, lay_out
from models.progress import Asking, shown_items
from models.reveal import GroupProfile, Revealed, group_profile, reveal
from models.rounds import second_round
from models.summary import HiddenGroup
from models.thresholds import threshold
from models.workshop import NotAllowedError, Workshop

Decisions = Mapping[tuple[str, str], Decision]
"""What a room decided, by questionnaire and item id."""

AgreedValue = int | float | str | tuple[str, ...]
Agreed = frozenset[tuple[str, AgreedValue]]
"""The values that a room agreed on, by item id."""


def layouts(here: Room) -> Mapping[str, Layout]:
    """What a room is asked, laid out, by questionnaire id in the order asked; empty in a draft."""
    return {name: definition(digest)[1] for name, digest in here.definitions.items()}


def reveal_room(here: Room) -> None:
    """Let the room see what the frozen answers give, and keep it with the engine's version; both or neither.

    Raises:
        NotAllowedError: If the room is not frozen.
        StoreError: If it could not be kept.
    """
    for digest in here.definitions.values():
        layout_for_groups(digest)  # read before the transaction, which keeps everybody else from writing
    results: dict[str, Revealed] = {}

    def compute(reader: Store, now: Workshop) -> dict[str, Any]:
        results.update({name: _reveal(reader, here, name, now.round) for name in here.definitions})
        return {name: disclosed_json(result) for name, result in results.items()}

    now = store().reveal(here.id, engine_version(), compute)
    for name, result in results.items():
        _REVEALED.put((here.id, here.definitions[name], name, now.round), result)


def revealed(here: Room, questionnaire: str, round: int | None = None) -> Revealed:  # noqa: A002
    """What a room may see of its answers to a questionnaire.

    Args:
        here: The room.
        questionnaire: Id of one it is asked.
        round: Which round; None for the last that was revealed.

    Raises:
        NotAllowedError: If that round is not revealed.
    """
    shown = here.workshop.rounds_shown
    wanted = round if round is not None else max(shown, default=0)
    if wanted not in shown:
        raise NotAllowedError("nothing-revealed")
    key = (here.id, here.definitions[questionnaire], questionnaire, wanted)
    return _REVEALED.get(key, lambda: _revealed_anew(here.id, questionnaire, wanted))


_REVEALED: Memo[tuple[str, str, str, int], Revealed] = Memo(64)
"""By workshop, definition, questionnaire and round: the answers of a revealed round are frozen for good."""

_PROFILES: Memo[tuple[str, str, str, int, Agreed], GroupProfile | None] = Memo(64)
"""The same with what the room agreed on, which changes until it is closed."""


def forget() -> None:
    """Forget what was computed of rooms; it is computed again when it is asked for."""
    _REVEALED.clear()
    _PROFILES.clear()
    layout_for_groups.cache_clear()


def _revealed_anew(workshop: str, questionnaire: str, round: int) -> Revealed:  # noqa: A002
    here = room(workshop)
    if here is None:
        raise NotAllowedError("erased")
    return _reveal(store(), here, questionnaire, round)


def _reveal(reader: Store, here: Room, questionnaire: str, round: int) -> Revealed:  # noqa: A002
    """What the answers of one round give, from everybody who was there before the first freeze."""
    layout = layout_for_groups(here.definitions[questionnaire])
    people = _counted(reader, here)
    first = reader.sheets(here.id, questionnaire, 1)
    anew = reader.sheets(here.id, questionnaire, round) if round > 1 else {}
    families, nothing = [person.family for person in people], AnswerSheet()
    sheets = [first.get(person.id, nothing) for person in people]
    if round > 1:
        again = [anew.get(person.id, nothing) for person in people]
        sheets = [*second_round(layout, sheets, again, families, here.depth)]
    return reveal(
        layout,
        sheets,
        families,
        threshold(here.plan.smallest_group),
        depth=here.depth,
        catalogue=catalogues().factors,
        consented=unanimous([person.consents for person in people]),
        present=[person.family for person in reader.people(here.id) if not person.late],
    )


def counted(here: Room) -> list[Person]:
    """Whose answers count: those who joined in time and answered anything. The same people whatever is looked at."""
    return _counted(store(), here)


def _counted(reader: Store, here: Room) -> list[Person]:
    answered = {
        person
        for name in here.definitions
        for person, sheet in reader.sheets(here.id, name, 1).items()
        if sheet.responses
    }
    return [person for person in reader.people(here.id) if not person.late and person.id in answered]


@lru_cache(maxsize=64)
def layout_for_groups(digest: str) -> Layout:
    """A definition laid out for what factors and maps ask of it, beyond what one person's progress does."""
    questionnaire, known = definition(digest)[0], catalogues()
    conditions = (condition for _, condition in candidates(known.factors, questionnaire))
    return lay_out(questionnaire, also=conditions, maps=known.placements)


def profile(here: Room, questionnaire: str, round: int | None = None) -> GroupProfile | None:  # noqa: A002
    """The profile of a room, for when it has talked; None if too few answered.

    None too where nothing is scored or placed: a practice story and a room's own questions tell nothing of its work.

    Args:
        here: The room.
        questionnaire: Id of one it is asked.
        round: Which round; None for the last, after which it agreed.

    Raises:
        NotAllowedError: If scores can't be seen yet.
    """
    _expect_scores(here)
    return _profile(here, questionnaire, round, store().decisions(here.id))


def profiles(here: Room) -> Mapping[str, GroupProfile | None]:
    """The profiles of a room after its last round, as ``profile`` gives each, by questionnaire id in the order asked.

    Raises:
        NotAllowedError: If scores can't be seen yet.
    """
    _expect_scores(here)
    decisions = store().decisions(here.id)
    return {name: _profile(here, name, None, decisions) for name in here.definitions}


def _expect_scores(here: Room) -> None:
    if not here.workshop.shows_scores:
        raise NotAllowedError("scores-after-talk")


def _profile(here: Room, questionnaire: str, round: int | None, decisions: Decisions) -> GroupProfile | None:  # noqa: A002
    result = revealed(here, questionnaire, round)
    asked = result.layout.questionnaire
    if not asked.dimensions and not asked.placements:
        return None
    agreed = _agreed(decisions, questionnaire)
    wanted = round if round is not None else max(here.workshop.rounds_shown)
    key = (here.id, here.definitions[questionnaire], questionnaire, wanted, frozenset(agreed.items()))
    return _PROFILES.get(key, lambda: group_profile(result, _sheet_of(agreed)))


def agreed_answers(here: Room, questionnaire: str) -> AnswerSheet:
    """What a room agreed on, as one sheet; recorded disagreements are not on it."""
    return _sheet_of(_agreed(store().decisions(here.id), questionnaire))


def _agreed(decisions: Decisions, questionnaire: str) -> dict[str, AgreedValue]:
    return {
        item: decision.value
        for (name, item), decision in decisions.items()
        if name == questionnaire and decision.value is not None
    }


def _sheet_of(agreed: Mapping[str, AgreedValue]) -> AnswerSheet:
    return AnswerSheet({item: Response(answer=Value(value)) for item, value in agreed.items()})


def disclosed_json(result: Revealed, *, scores: bool = True) -> dict[str, Any]:
    """All that was disclosed of a round as JSON: the same cells are hidden as on every screen.

    Args:
        result: What may be seen of the round.
        scores: Whether the room has talked, and sees more than dots.
    """
    families = [group if group else HiddenGroup(by={"role": name}) for name, group in result.families.items()]
    disclosed = groups_json([result.whole, *families] if result.whole else [], to_keep=True)
    if not scores:
        for group in disclosed["groups"]:
            for later in ("dimensions", "placements", "factors"):
                group.pop(later, None)
    return disclosed


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosedFeedback:
    """What people said of the workshop itself; nothing of it if too few did.

    Attributes:
        n: How many said anything; None if they are too few to be told.
        heard: People by how well they could say what they wanted to, 0-4.
        worth: People by how much it was worth their time, 0-4.
        words: What they would do differently, sorted, so that the order tells nothing.
    """

    n: int | None = None
    heard: Mapping[int, int] | None = None
    worth: Mapping[int, int] | None = None
    words: tuple[str, ...] = ()


def feedback(here: Room) -> DisclosedFeedback:
    """The feedback on a workshop, past the gate and only after the close.

    A question that fewer than its smallest group answered is not told, nor are words that fewer have written; and
    before the close, a look before and after one more reply would tell that reply.
    """
    every, k = store().feedbacks(here.id), threshold(here.plan.smallest_group)
    if here.workshop.phase != "closed" or len(every) < k:
        return DisclosedFeedback()

    def told(values: list[int]) -> Mapping[int, int] | None:
        return dict(sorted(Counter(values).items())) if len(values) >= k else None

    words = sorted(one.words for one in every if one.words)
    return DisclosedFeedback(
        n=len(every),
        heard=told([one.heard for one in every if one.heard is not None]),
        worth=told([one.worth for one in every if one.worth is not None]),
        words=tuple(words) if len(words) >= k else (),
    )


def reasons(here: Room, questionnaire: str, item: str) -> tuple[tuple[str, str], ...]:
    """Reasons that people wrote under their names, sorted by name: (name, reason).

    None where nobody gives a name, and where the answers themselves are not shown.

    Raises:
        NotAllowedError: If nothing is revealed yet.
    """
    shown = any(one.item.id == item and one.is_shown for one in revealed(here, questionnaire).board)
    if not here.plan.named or not shown:
        return ()
    people, layout = {one.id: one for one in store().people(here.id)}, layouts(here)[questionnaire]
    written: dict[str, str] = {}
    for number in here.workshop.rounds_shown:
        for person, sheet in store().sheets(here.id, questionnaire, number).items():
            asked = shown_items(layout, sheet, Asking(depth=here.depth, family=people[person].family))
            if (why := sheet.response(item).why) and (number > 1 or layout.by_id[item].item in asked):
                written[person] = why
    return tuple(sorted((people[person].name or "", why) for person, why in written.items()))


def asked_again(here: Room) -> frozenset[tuple[str, str]]:
    """What the second round asks anew, as (questionnaire, item)."""
    return store().asked_again(here.id)


def maps_of(here: Room, questionnaire: str) -> tuple[Placement, ...]:
    """The maps that a questionnaire of the room places people on."""
    return tuple(layout_for_groups(here.definitions[questionnaire]).maps.values())
