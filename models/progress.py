"""Progress: what is asked of a person now, what is left, and what a changed answer hid or brought back."""

from collections.abc import Set
from dataclasses import dataclass
from math import ceil

from models.answers import AnswerSheet
from models.asked import shown
from models.definition import Depth, Section
from models.items import Item
from models.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who is asked, and which form.

    Attributes:
        depth: "short" asks core items only.
        family: Their role family; None if unknown, and then everything is asked.
        only: Ids of the items asked in a second round, as far as this form asks them; None asks all.
    """

    depth: Depth = "full"
    family: str | None = None
    only: frozenset[str] | None = None

    def picks(self, item: Item) -> bool:
        """Whether an item is among those asked, if it is shown."""
        return self.only is None or item.id in self.only


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionProgress:
    """How far a person is with one section.

    Attributes:
        section: The section.
        shown: Its items that are asked now, in authored order.
        open: Those of them neither answered nor passed over.
    """

    section: Section
    shown: tuple[Item, ...]
    open: tuple[Item, ...]

    @property
    def done(self) -> int:
        """Number of shown items that are answered or passed over."""
        return len(self.shown) - len(self.open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a person is with a questionnaire.

    Attributes:
        sections: Those with something to show, in authored order.
        kept: Items not shown now whose answers are kept and don't count.
        minutes_left: What the open items will take, in minutes, rounded up; 0 when nothing is open.
    """

    sections: tuple[SectionProgress, ...]
    kept: tuple[Item, ...]
    minutes_left: int

    @property
    def shown(self) -> int:
        """Number of items asked now."""
        return sum(len(section.shown) for section in self.sections)

    @property
    def done(self) -> int:
        """Number of those that are answered or passed over."""
        return sum(section.done for section in self.sections)

    @property
    def open(self) -> tuple[Item, ...]:
        """Items still open, in authored order."""
        return tuple(item for section in self.sections for item in section.open)

    @property
    def first_open(self) -> int:
        """Index of the first section with something open; the last section's if there is none."""
        unfinished = (index for index, section in enumerate(self.sections) if section.open)
        return next(unfinished, max(len(self.sections) - 1, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one edit did to the rest of the form, each in authored order.

    Attributes:
        hidden: Items no longer asked whose answers are kept and don't count.
        brought_back: Items asked again, with the answers they had.
        opened: Items now asked that have no answer yet.
    """

    hidden: tuple[Item, ...]
    brought_back: tuple[Item, ...]
    opened: tuple[Item, ...]

    def __bool__(self) -> bool:
        return bool(self.hidden or self.brought_back or self.opened)


def shown_items(layout: Layout, sheet: AnswerSheet, asking: Asking) -> tuple[Item, ...]:
    """The items asked of a person now, in authored order."""
    return tuple(filter(asking.picks, _of_the_form(layout, sheet, asking)))


def form_asks_anything(layout: Layout, asking: Asking) -> bool:
    """Whether somebody who begins is asked anything; if not, no answer can change that."""
    return bool(shown_items(layout, AnswerSheet(), asking))


def progress(layout: Layout, sheet: AnswerSheet, asking: Asking) -> Progress:
    """How far a person is; an item passed over on purpose is not open."""
    of_the_form = _of_the_form(layout, sheet, asking)
    asked = _ids(tuple(filter(asking.picks, of_the_form)))
    sections = []
    for section in layout.questionnaire.sections:
        items = tuple(item for item in section.items if item.id in asked)
        if items:
            still_open = tuple(item for item in items if sheet.is_open(item.id))
            sections.append(SectionProgress(section=section, shown=items, open=still_open))
    left = sum(len(section.open) for section in sections)
    minutes = layout.questionnaire.minutes.of(asking.depth)
    return Progress(
        sections=tuple(sections),
        kept=tuple(
            item
            for item in layout.questionnaire.at_depth(asking.depth)
            if asking.picks(item) and item.id not in asked and not sheet.is_open(item.id)
        ),
        minutes_left=ceil(minutes * left / len(of_the_form)) if of_the_form else 0,
    )


def change(layout: Layout, before: AnswerSheet, after: AnswerSheet, asking: Asking) -> Change:
    """What going from one sheet to the next hid, brought back and opened."""
    if not layout.has_conditions:
        return Change(hidden=(), brought_back=(), opened=())
    was, now = _ids(shown_items(layout, before, asking)), _ids(shown_items(layout, after, asking))
    appeared = [item for item in layout.questionnaire.items if item.id in now - was]
    return Change(
        hidden=tuple(
            item for item in layout.questionnaire.items if item.id in was - now and not after.is_open(item.id)
        ),
        brought_back=tuple(item for item in appeared if not after.is_open(item.id)),
        opened=tuple(item for item in appeared if after.is_open(item.id)),
    )


def _of_the_form(layout: Layout, sheet: AnswerSheet, asking: Asking) -> tuple[Item, ...]:
    """What the form shows a person now, whether picked or not."""
    mask = shown(layout, layout.encode([sheet], asking.depth, [asking.family]))[0]
    return tuple(column.item for column, yes in zip(layout.columns, mask, strict=True) if yes)


def _ids(items: tuple[Item, ...]) -> Set[str]:
    return frozenset(item.id for item in items)
