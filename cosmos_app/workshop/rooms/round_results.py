"""The result of a round: the answers it is computed from, read from the store, and the computation itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cosmos_app.content.catalogue import catalogues
from cosmos_app.storage import Person, Room, Store
from cosmos_app.storage.current import store
from cosmos_app.workshop.participation import definition
from models.answers import AnswerSheet
from models.disclosure import unanimous
from models.external_factors import candidates
from models.layout import Layout, lay_out
from models.reveal import Revealed, reveal
from models.rounds import second_round
from models.seat_count import SeatCount
from models.smallest_group import threshold

NOTHING = AnswerSheet()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAnswers:
    """All that the results of a round are computed from, beside the room's plan.

    Attributes:
        present: Everybody who joined in time.
        first: The sheets of the first round, by questionnaire and participant.
        second: Those of the second round, likewise; None in the first.
    """

    present: tuple[Person, ...]
    first: Mapping[str, Mapping[str, AnswerSheet]]
    second: Mapping[str, Mapping[str, AnswerSheet]] | None

    @property
    def counted(self) -> list[Person]:
        """The people whose answers count: those of them who answered any questionnaire of the room."""
        answered = {person for sheets in self.first.values() for person, sheet in sheets.items() if sheet.responses}
        return [person for person in self.present if person.id in answered]


def answers_of(
    reader: Store,
    room: Room,
    round: int,  # noqa: A002
    questionnaires: Sequence[str] | None = None,
) -> RoundAnswers:
    """Read what the results of a round are computed from.

    Args:
        reader: The store, perhaps within a transaction.
        room: The room.
        round: Which round.
        questionnaires: Ids of those whose second round is read; None for all. Who counts depends on all of the first.
    """
    again = room.definitions if questionnaires is None else questionnaires
    return RoundAnswers(
        present=tuple(person for person in reader.people(room.id) if not person.late),
        first={name: reader.sheets(room.id, name, 1) for name in room.definitions},
        second={name: reader.sheets(room.id, name, round) for name in again} if round > 1 else None,
    )


def result_of(answers: RoundAnswers, room: Room, questionnaire: str) -> Revealed:
    """The result of one questionnaire in a round, of everybody who joined before the first freeze."""
    layout, people = layout_for_groups(room.definitions[questionnaire]), answers.counted
    families = [person.family for person in people]
    sheets = [answers.first[questionnaire].get(person.id, NOTHING) for person in people]
    if answers.second is not None:
        again = [answers.second[questionnaire].get(person.id, NOTHING) for person in people]
        sheets = [*second_round(layout, sheets, again, families, room.depth)]
    return reveal(
        layout,
        sheets,
        families,
        threshold(room.plan.smallest_group),
        depth=room.depth,
        catalogue=catalogues().factors,
        consented=unanimous([person.consents for person in people]),
        present=[person.family for person in answers.present],
        typed=[person.typed for person in people],
    )


def counted(room: Room) -> list[Person]:
    """The people whose answers count: those who joined in time and answered any questionnaire of the room."""
    return answers_of(store(), room, 1).counted


def few_phones(room: Room) -> bool:
    """Whether nothing is shown because fewer people answered on phones than may be shown, and the others on paper."""
    return _seats(counted(room)).phones_are_few(threshold(room.plan.smallest_group))


def _seats(people: Sequence[Person]) -> SeatCount:
    return SeatCount(seats=len(people), paper=sum(person.typed for person in people))


@lru_cache(maxsize=64)
def layout_for_groups(digest: str) -> Layout:
    """The layout of a definition that factors and maps need too, not only the progress of one person."""
    questionnaire, known = definition(digest)[0], catalogues()
    conditions = (condition for _, condition in candidates(known.factors, questionnaire))
    return lay_out(questionnaire, also=conditions, maps=known.placements)
