"""One workshop's answers to one questionnaire, as comparisons need them; what may be disclosed of the whole room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.answers import AnswerSheet
from models.definition import Depth, Questionnaire
from models.descriptives import ItemSummary
from models.group_scores import DimensionSummary
from models.layout import Answers, Layout
from models.people import People
from models.released_tables import released_items
from models.smallest_group import K, threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """One workshop's answers to one questionnaire, those that count.

    Attributes:
        id: The workshop.
        site: Where it was.
        initiative: What its people have in common.
        name: Which of several times this was, in their words; "" for none.
        on: ISO date on which it started.
        layout: What was asked in the room, laid out.
        depth: Which form was asked.
        k: Smallest group that was promised to be shown, in people.
        people: Ids of those whose answers count, in any order; empty where only figures are known.
        families: The role family of each; None for those who did not say.
        same_as: Of each, the id of the same person in the workshop before, where they agreed to be linked; where that
            workshop was erased, any text that is nobody's id.
        came_before: Of each, whether they said that they were here last time; None where not said.
        items: The tables of the room's items that may be disclosed outside it, by id; None where hidden; empty where
            only figures are known, and where nothing may be shown of so few. That its people agreed to small groups
            changes nothing here: they agreed for the room itself.
        answers: Their answers, laid out by ``layout``; None where only figures are known. Nothing is disclosed of them
            but what ``items`` holds, and what concerns linked people or a spread where nothing is hidden.
        consented: Whether each of them privately agreed that families are shown in the room, however small.
        typed: Of each, whether somebody else typed their answers in, from paper, and so knows them.
        calibrated: Whether they rated the practice case first.
        example: Whether its answers are invented, to show or try something.
        figures: What another server disclosed of its room, by dimension id; None where answers are known.
        figures_n: People in that room; None where too few, or where answers are known.
    """

    id: str
    site: str
    initiative: str
    name: str = ""
    on: str
    layout: Layout = field(repr=False)
    depth: Depth
    k: K
    people: tuple[str, ...] = ()
    families: tuple[str | None, ...] = ()
    same_as: tuple[str | None, ...] = ()
    came_before: tuple[bool | None, ...] = ()
    typed: tuple[bool, ...] = ()
    items: Mapping[str, ItemSummary | None] = field(default_factory=dict, repr=False)
    answers: Answers | None = field(default=None, repr=False)
    consented: bool = False
    calibrated: bool = False
    example: bool = False
    figures: Mapping[str, DimensionSummary | None] | None = None
    figures_n: int | None = None

    @property
    def when(self) -> str:
        """Which time this was, as people say it; its date where it has no name."""
        return self.name or self.on

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition as it was asked in the room."""
        return self.layout.questionnaire

    @property
    def n(self) -> int | None:
        """People whose answers count; None if they are fewer than may be shown."""
        if self.figures is not None:
            return self.figures_n
        return len(self.people) if self.items else None


def wave_of(
    layout: Layout,
    sheets: Sequence[AnswerSheet],
    *,
    id: str,  # noqa: A002
    site: str,
    initiative: str,
    on: str,
    depth: Depth,
    k: K,
    people: Sequence[str],
    families: Sequence[str | None],
    same_as: Sequence[str | None] = (),
    came_before: Sequence[bool | None] = (),
    name: str = "",
    consented: bool = False,
    calibrated: bool = False,
    example: bool = False,
    typed: Sequence[bool] = (),
) -> Wave:
    """Lay out what the people of a room answered; arguments that are not described here are those of ``Wave``.

    *sheets* holds one for each person whose answers count; in a second round, those of ``rounds.second_round``. People,
    families, *same_as* and *came_before* are in the same order. Without *same_as* nobody is linked; without
    *came_before* nobody said whether they were here last time. *typed* says whose answers were typed in from paper, as
    for ``reveal``.

    Raises:
        ValueError: If the sequences are not of one length, an id stands twice, or *k* is too small.
    """
    linked, came = tuple(same_as) or (None,) * len(people), tuple(came_before) or (None,) * len(people)
    if {len(sheets), len(families), len(linked), len(came)} != {len(people)}:
        raise ValueError("Give one sheet, family, link and word on last time for each of the people.")
    if len(set(people)) < len(people):
        raise ValueError("A person stands twice in one wave.")
    answers = layout.encode(sheets, depth, families)
    everyone = People.in_one_place(families, typed)
    enough = len(people) >= threshold(k)
    return Wave(
        id=id,
        site=site,
        initiative=initiative,
        name=name,
        on=on,
        layout=layout,
        depth=depth,
        k=threshold(k),
        people=tuple(people),
        typed=tuple(typed) or (False,) * len(people),
        families=tuple(families),
        same_as=linked,
        came_before=came,
        items=released_items(layout, answers, everyone, threshold(k)) if enough else {},
        answers=answers,
        consented=consented,
        calibrated=calibrated,
        example=example,
    )
