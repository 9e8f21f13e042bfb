"""Lays rooms beside each other. For learning: nothing is ranked or summed.

Rooms are compared on the items that their definitions share, rescored with the newer definition's weights. Only whole
rooms are shown: no families, no items, no totals over rooms.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from models.comparability import Shared, shared
from models.definition import Depth, Questionnaire, number_of
from models.group_scores import DimensionSummary
from models.rescoring import Rescored, rescore
from models.wave import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One room among others.

    Attributes:
        wave: The room.
        n: People whose answers count; None if they are too few, and then nothing is shown.
        shared: The items that its definition shares with the newest, and what can't be compared and why.
        themes: What is shown, by id of a dimension that can be compared; None where too few have a score.
    """

    wave: Wave
    n: int | None
    shared: Shared
    themes: Mapping[str, DimensionSummary | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Rooms beside each other.

    Attributes:
        questionnaire: The newest definition, whose dimensions and weights are used.
        rows: One for each wave, in the order given.
    """

    questionnaire: Questionnaire
    rows: tuple[Row, ...]


def between(
    waves: Sequence[Wave], newest: Questionnaire | None = None, depths: Collection[Depth] | None = None
) -> Between:
    """Lay rooms beside each other, in the order given.

    If one of them took the short form, all are compared by it, each on the items that its definition shares with the
    newest. A caller whose rooms were asked subsets should give the whole definition; one that shows a few rooms at a
    time should give the depths of all, so that a room has the same figures wherever it is shown.

    Args:
        waves: Rooms that were asked one questionnaire.
        newest: A definition that may be newer than any of theirs, or ask more; the weights used are those of the
            highest version among all, and of these the one that asks most.
        depths: The forms that were asked of all that are compared; None for those of *waves*.

    Raises:
        ValueError: If there is neither a wave nor a definition.
    """
    if newest is None and not waves:
        raise ValueError("Give waves to compare, or the definition to compare them by.")
    # A room may have been asked a newer definition than the caller has.
    newest = max([*([newest] if newest else []), *(wave.questionnaire for wave in waves)], key=rank)
    asked = {wave.depth for wave in waves} if depths is None else depths
    # Rooms of one definition are scored together: the kernel takes no longer for thousands of people than for thirty.
    groups: dict[int, list[Wave]] = {}
    for wave in waves:
        groups.setdefault(id(wave.layout), []).append(wave)
    found: dict[int, Rescored] = {}
    for group in groups.values():
        found |= zip(map(id, group), rescore(group, shared(group[0].questionnaire, newest, asked)), strict=True)
    rescored = [found[id(wave)] for wave in waves]
    rows = (Row(wave=room.wave, n=room.wave.n, shared=room.shared, themes=room.themes()) for room in rescored)
    return Between(questionnaire=newest, rows=tuple(rows))


def rank(questionnaire: Questionnaire) -> tuple[tuple[int, ...], int, tuple[str, ...]]:
    """Sort key of the definitions of a questionnaire: the newest comes last; of one version, the one that asks most."""
    return number_of(questionnaire.version), len(questionnaire.items), tuple(questionnaire.by_id)
