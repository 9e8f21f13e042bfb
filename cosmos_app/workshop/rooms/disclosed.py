"""What a room may see of its answers: past the disclosure gate, and only of rounds that were revealed."""

from collections.abc import Mapping
from typing import Any

from cosmos_app.interchange.records import groups_json
from cosmos_app.storage import Decision, Room, Store
from cosmos_app.storage.current import store
from cosmos_app.workshop.participation import definition, engine_version
from cosmos_app.workshop.rooms.cache import Memo
from cosmos_app.workshop.rooms.round_results import answers_of, layout_for_groups, result_of
from models.answers import AnswerSheet, Response, Value
from models.catalogues import Placement
from models.layout import Layout
from models.reveal import GroupProfile, Revealed, group_profile
from models.summary import HiddenGroup
from models.workshop import NotAllowedError, Workshop

Decisions = Mapping[tuple[str, str], Decision]
"""What a room decided, by questionnaire and item id."""

AgreedValue = int | float | str | tuple[str, ...]
Agreed = frozenset[tuple[str, AgreedValue]]
"""The values that a room agreed on, by item id."""


def layouts(room: Room) -> Mapping[str, Layout]:
    """The layouts of a room's questionnaires, by id in the order asked; empty in a draft."""
    return {name: definition(digest)[1] for name, digest in room.definitions.items()}


def reveal_room(room: Room) -> None:
    """Reveal a frozen round of a room, and keep its results with the engine's version; both or neither.

    Raises:
        NotAllowedError: If the room is not frozen.
        StoreError: If it could not be kept.
    """
    answers = answers_of(store(), room, room.workshop.round)
    results = {name: result_of(answers, room, name) for name in room.definitions}

    def compute(reader: Store, now: Workshop) -> dict[str, Any]:
        """Take the results computed before the transaction, which keeps others waiting, unless something changed."""
        frozen = answers_of(reader, room, now.round)
        if frozen != answers:
            results.update({name: result_of(frozen, room, name) for name in room.definitions})
        return {name: disclosed_json(result) for name, result in results.items()}

    now = store().reveal(room.id, engine_version(), compute)
    for name, result in results.items():
        _REVEALED.put((room.id, room.definitions[name], name, now.round), result)


def revealed(room: Room, questionnaire: str, round: int | None = None) -> Revealed:  # noqa: A002
    """What a room may see of its answers to a questionnaire.

    Args:
        room: The room.
        questionnaire: Id of one of its questionnaires.
        round: Which round; None for the last that was revealed.

    Raises:
        NotAllowedError: If that round is not revealed.
    """
    shown = room.workshop.rounds_shown
    wanted = round if round is not None else max(shown, default=0)
    if wanted not in shown:
        raise NotAllowedError("nothing-revealed")
    key = (room.id, room.definitions[questionnaire], questionnaire, wanted)
    return _REVEALED.get(key, lambda: _revealed_anew(room.id, questionnaire, wanted))


_REVEALED: Memo[tuple[str, str, str, int], Revealed] = Memo(64)
"""By workshop, definition, questionnaire and round; the answers of a revealed round never change."""

_PROFILES: Memo[tuple[str, str, str, int, Agreed], GroupProfile | None] = Memo(64)
"""By the same, and by the values the room agreed on, which may change until it is closed."""


def forget() -> None:
    """Empty the caches of this module; everything is computed again when it is asked for."""
    _REVEALED.clear()
    _PROFILES.clear()
    layout_for_groups.cache_clear()


def _revealed_anew(workshop: str, questionnaire: str, round: int) -> Revealed:  # noqa: A002
    room = store().room(workshop)
    if room is None:
        raise NotAllowedError("erased")
    return result_of(answers_of(store(), room, round, (questionnaire,)), room, questionnaire)


def profile(room: Room, questionnaire: str, round: int | None = None) -> GroupProfile | None:  # noqa: A002
    """The profile of a room, once it has talked; None if too few answered.

    None also where nothing is scored or placed: of a practice case, and of a room's own questions.

    Args:
        room: The room.
        questionnaire: Id of one of its questionnaires.
        round: Which round; None for the last.

    Raises:
        NotAllowedError: If scores can't be seen yet.
    """
    _expect_scores(room)
    return _profile(room, questionnaire, round, store().decisions(room.id))


def profiles(room: Room) -> Mapping[str, GroupProfile | None]:
    """The profiles of a room after its last round, as ``profile`` gives each, by questionnaire id in the order asked.

    Raises:
        NotAllowedError: If scores can't be seen yet.
    """
    _expect_scores(room)
    decisions = store().decisions(room.id)
    return {name: _profile(room, name, None, decisions) for name in room.definitions}


def _expect_scores(room: Room) -> None:
    if not room.workshop.shows_scores:
        raise NotAllowedError("scores-after-talk")


def _profile(room: Room, questionnaire: str, round: int | None, decisions: Decisions) -> GroupProfile | None:  # noqa: A002
    result = revealed(room, questionnaire, round)
    asked = result.layout.questionnaire
    if not asked.dimensions and not asked.placements:
        return None
    agreed = _agreed(decisions, questionnaire)
    wanted = round if round is not None else max(room.workshop.rounds_shown)
    key = (room.id, room.definitions[questionnaire], questionnaire, wanted, frozenset(agreed.items()))
    return _PROFILES.get(key, lambda: group_profile(result, _sheet_of(agreed)))


def agreed_answers(room: Room, questionnaire: str) -> AnswerSheet:
    """The values a room agreed on, as one sheet; recorded disagreements are not on it."""
    return _sheet_of(_agreed(store().decisions(room.id), questionnaire))


def _agreed(decisions: Decisions, questionnaire: str) -> dict[str, AgreedValue]:
    return {
        item: decision.value
        for (name, item), decision in decisions.items()
        if name == questionnaire and decision.value is not None
    }


def _sheet_of(agreed: Mapping[str, AgreedValue]) -> AnswerSheet:
    return AnswerSheet({item: Response(answer=Value(value)) for item, value in agreed.items()})


def disclosed_json(result: Revealed, *, scores: bool = True) -> dict[str, Any]:
    """The result of a round as JSON; the same cells are hidden as on every screen.

    Args:
        result: Of the round.
        scores: Whether the room has talked, and may see scores too.
    """
    families = [group if group else HiddenGroup(by={"role": name}) for name, group in result.families.items()]
    disclosed = groups_json([result.whole, *families] if result.whole else [], to_keep=True)
    if not scores:
        for group in disclosed["groups"]:
            for scored in ("dimensions", "placements", "factors"):
                group.pop(scored, None)
    return disclosed


def maps_of(room: Room, questionnaire: str) -> tuple[Placement, ...]:
    """The maps on which a questionnaire of the room places people."""
    return tuple(layout_for_groups(room.definitions[questionnaire]).maps.values())
