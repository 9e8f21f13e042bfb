"""What a room sees of itself once its answers are revealed: items in order of disagreement, and later its profile.

All of it comes from ``summary``: what may not be disclosed is in none of the objects made here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean
from types import MappingProxyType

from models.answers import AnswerSheet
from models.asked import asked_codes
from models.board import BoardItem, board
from models.catalogues import Factors
from models.definition import Depth, Dimension
from models.descriptives import KnownHow, known_by
from models.external_factors import FactorCard, RaisedFactor, candidates, cards
from models.group_factors import Placements
from models.group_scores import DimensionSummary, one_decimal
from models.layout import FIRST_NON_VALUE, LEAVES_DENOMINATOR, Codes, Layout
from models.people import People
from models.scoring import NO_STAGE, score
from models.smallest_group import K, threshold
from models.summary import GroupSummary, summarise


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """What a room may see of one round; nothing at all if it has too few people.

    Attributes:
        layout: The layout of what was asked.
        depth: Which form was asked.
        n: People whose answers count; None if they are too few.
        board: Every item asked, in the order in which to talk about them; see ``board``.
        whole: Everyone together; None if they are too few.
        families: Each family that holds anyone, by its id (None: people who did not say); None where not shown here.
        cards: Items called outside our control for which the catalogue has no factor, in authored order.
    """

    layout: Layout = field(repr=False)
    depth: Depth
    n: int | None = None
    board: tuple[BoardItem, ...] = ()
    whole: GroupSummary | None = None
    families: Mapping[str | None, GroupSummary | None] = field(default_factory=lambda: MappingProxyType({}))
    cards: tuple[FactorCard, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether there are enough people to show anything."""
        return self.n is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDimension:
    """One dimension of a room's profile.

    Attributes:
        dimension: The dimension.
        pooled: Everyone together; None where too little of it is shown.
        balanced: Unweighted mean of the shown families' means, in 0-4, to one decimal; None if fewer than two are
            shown. People who did not say who they are to the service are no family: they count in ``pooled``.
        families: Each family that holds anyone, by its id; None where not shown here.
        agreed_stage: The stage of the answers the room agreed on, 0-4; None while any is missing.
    """

    dimension: Dimension
    pooled: DimensionSummary | None
    balanced: float | None
    families: Mapping[str | None, DimensionSummary | None]
    agreed_stage: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupProfile:
    """What follows from the answers of a room together.

    Attributes:
        n: People whose answers count.
        dimensions: In authored order.
        factors: The external factors raised, strongest first.
        placements: Counts on each map; see ``GroupSummary``.
        cards: Items called outside our control for which the catalogue has no factor, in authored order.
    """

    n: int
    dimensions: tuple[GroupDimension, ...]
    factors: tuple[RaisedFactor, ...]
    placements: Placements
    cards: tuple[FactorCard, ...]


def reveal(
    layout: Layout,
    sheets: Sequence[AnswerSheet],
    families: Sequence[str | None],
    k: K,
    *,
    depth: Depth,
    catalogue: Factors,
    consented: bool = False,
    present: Iterable[str | None] = (),
    typed: Sequence[bool] = (),
) -> Revealed:
    """Decide what a room may see of one round.

    Args:
        layout: Laid out with the conditions of the catalogue's ``candidates``, and with the maps.
        sheets: One per person whose answers count, in any order; of a second round from ``rounds.second_round``.
        families: The role family of each, in the same order; None for those who did not say.
        k: Smallest group that may be shown, from ``smallest_group.threshold``.
        depth: Which form they were asked.
        catalogue: The external factors.
        consented: Whether each of them privately consented to showing small families: ``disclosure.unanimous`` of as
            many consents as there are sheets. A room of fewer than *k* people sees nothing all the same.
        present: Families of people who are in the room and answered nothing; they are hidden like small ones, so that
            a missing row does not disclose who gave no answer.
        typed: Whether each one's answers were typed in by somebody else, from paper, in the same order; empty for
            nobody's. Whoever types them in knows them, so the others are nobody or at least *k* in every table.

    Raises:
        ValueError: If there isn't one family per sheet, or *k* is too small.
    """
    if len(sheets) != len(families):
        raise ValueError(f"There are {len(sheets)} sheets but {len(families)} families; give one family per sheet.")
    if len(sheets) < threshold(k):
        return Revealed(layout=layout, depth=depth)
    answers, people = layout.encode(sheets, depth, families), People.in_one_place(families, typed)
    raisable = candidates(catalogue, layout.questionnaire)
    [whole] = summarise(layout, answers, people, k, raisable=raisable, consented=consented)
    groups = summarise(layout, answers, people, k, by=["role"], consented=consented)
    if not isinstance(whole, GroupSummary):
        return Revealed(layout=layout, depth=depth)
    by_family = {group.by["role"]: group if isinstance(group, GroupSummary) else None for group in groups}
    names = sorted({*by_family, *present}, key=lambda name: (name is None, name or ""))
    shown = {name: by_family.get(name) for name in names}
    codes = asked_codes(layout, answers)
    known = {name: _known_by(layout, name, sheets, codes) for name, item in whole.items.items() if item is not None}
    return Revealed(
        layout=layout,
        depth=depth,
        n=whole.n,
        board=board(layout, depth, whole, shown, known),
        whole=whole,
        families=shown,
        cards=tuple(card for card in cards(layout, codes, catalogue) if whole.items[card.item] is not None),
    )


def group_profile(revealed: Revealed, agreed_answers: AnswerSheet) -> GroupProfile | None:
    """Build the profile of a room, to be shown after it has talked; None if it has too few people.

    Args:
        revealed: What the room may see, from ``reveal``.
        agreed_answers: What it agreed on, item by item; items without an agreed answer are left out.
    """
    whole = revealed.whole
    if whole is None:
        return None
    stages = _agreed_stages(revealed.layout, revealed.depth, agreed_answers)
    dimensions = []
    for dimension in revealed.layout.questionnaire.dimensions:
        families = {
            name: group.dimensions[dimension.id] if group else None for name, group in revealed.families.items()
        }
        means = [scores.mean for name, scores in families.items() if scores is not None and name is not None]
        dimensions.append(
            GroupDimension(
                dimension=dimension,
                pooled=whole.dimensions[dimension.id],
                balanced=one_decimal(fmean(means)) if len(means) > 1 else None,
                families=families,
                agreed_stage=stages[dimension.id],
            )
        )
    return GroupProfile(
        n=whole.n,
        dimensions=tuple(dimensions),
        factors=whole.factors,
        placements=whole.placements,
        cards=revealed.cards,
    )


def _known_by(layout: Layout, item: str, sheets: Sequence[AnswerSheet], codes: Codes) -> Mapping[KnownHow, int]:
    """Count how people know, among those who were asked and gave a value: a hidden answer is kept and never counts."""
    counts = codes[:, layout.by_id[item].first] < FIRST_NON_VALUE
    return known_by([sheet for sheet, yes in zip(sheets, counts.tolist(), strict=True) if yes], item)


def _agreed_stages(layout: Layout, depth: Depth, agreed_answers: AnswerSheet) -> Mapping[str, int | None]:
    """The stage of each dimension by the agreed answers, as if one person who is asked everything had given them."""
    answers = layout.encode([agreed_answers], depth, [None])
    codes, stages = asked_codes(layout, answers)[0], score(layout, answers).stage[0].tolist()
    agreed = {}
    for dimension, stage in zip(layout.questionnaire.dimensions, stages, strict=True):
        agreed_codes = [int(codes[layout.by_id[item.id].first]) for item in layout.questionnaire.items_of(dimension.id)]
        settled = all(code < FIRST_NON_VALUE or LEAVES_DENOMINATOR[code] for code in agreed_codes)
        agreed[dimension.id] = stage if settled and stage != NO_STAGE else None
    return agreed
