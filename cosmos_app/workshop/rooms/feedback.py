"""What people of a room wrote that others may read: feedback after the close, and reasons under their names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cosmos_app.storage import Room
from cosmos_app.storage.current import store
from cosmos_app.workshop.rooms.disclosed import layouts, revealed
from models.progress import Asking, shown_items
from models.smallest_group import threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosedFeedback:
    """The feedback on a workshop; empty if too few people gave any.

    Attributes:
        n: How many gave any; None if they are too few.
        heard: People by how well they could say what they wanted to, 0-4; None if too few answered.
        worth: People by how much it was worth their time, 0-4; None if too few answered.
        words: What they would do differently, sorted, so that the order tells nothing of the people.
    """

    n: int | None = None
    heard: Mapping[int, int] | None = None
    worth: Mapping[int, int] | None = None
    words: tuple[str, ...] = ()


def feedback(room: Room) -> DisclosedFeedback:
    """The feedback on a workshop, past the gate and only after the close.

    A question that fewer people answered than the room's smallest group is left out, as are words that fewer wrote.
    Before the close nothing is shown: the difference before and after one more reply would be that reply.
    """
    given, k = store().feedbacks(room.id), threshold(room.plan.smallest_group)
    if room.workshop.phase != "closed" or len(given) < k:
        return DisclosedFeedback()

    def counts(values: list[int]) -> Mapping[int, int] | None:
        return dict(sorted(Counter(values).items())) if len(values) >= k else None

    words = sorted(reply.words for reply in given if reply.words)
    return DisclosedFeedback(
        n=len(given),
        heard=counts([reply.heard for reply in given if reply.heard is not None]),
        worth=counts([reply.worth for reply in given if reply.worth is not None]),
        words=tuple(words) if len(words) >= k else (),
    )


def reasons(room: Room, questionnaire: str, item: str) -> tuple[tuple[str, str], ...]:
    """Reasons that people wrote under their names, sorted by name: (name, reason).

    Empty where nobody gives a name, and where the answers themselves are not shown.

    Raises:
        NotAllowedError: If nothing is revealed yet.
    """
    shown = any(row.item.id == item and row.is_shown for row in revealed(room, questionnaire).board)
    if not room.plan.named or not shown:
        return ()
    people, layout = {person.id: person for person in store().people(room.id)}, layouts(room)[questionnaire]
    written: dict[str, str] = {}
    for number in room.workshop.rounds_shown:
        for person, sheet in store().sheets(room.id, questionnaire, number).items():
            asked = shown_items(layout, sheet, Asking(depth=room.depth, family=people[person].family))
            if (why := sheet.response(item).why) and (number > 1 or layout.by_id[item].item in asked):
                written[person] = why
    return tuple(sorted((people[person].name or "", why) for person, why in written.items()))
