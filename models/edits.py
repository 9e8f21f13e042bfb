"""Edits: every difference between two definitions of one questionnaire, and how much each weighs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from models.conditions import Condition, document_of
from models.definition import Dimension, Questionnaire, Reading, Rule, Section, Tension
from models.items import Choice, Item

Needed = Literal["none", "patch", "minor", "major"]

NEEDED: tuple[Needed, ...] = ("none", "patch", "minor", "major")
"""Which number of a version must rise, from least to most."""

EDITS: Mapping[str, Needed] = {
    # of anything
    "wording": "patch",
    "order": "patch",
    # of the questionnaire
    "id": "major",
    "level": "major",
    "language": "major",
    "minutes": "patch",
    "rule": "major",
    "listed": "minor",
    "unlisted": "major",
    "when": "major",
    # of sections
    "section-added": "patch",
    "section-removed": "patch",
    "mode": "major",
    # of dimensions
    "dimension-added": "minor",
    "dimension-removed": "major",
    "min-answered": "major",
    "table": "major",
    # of items
    "item-added": "minor",
    "item-removed": "major",
    "item-renamed": "major",
    "kind": "major",
    "option-added": "major",
    "option-removed": "major",
    "option-score": "major",
    "weight": "major",
    "reverse": "major",
    "into-short": "minor",
    "out-of-short": "major",
    "asked-of": "major",
    "condition": "major",
    "unit": "major",
    "limits": "minor",
    "places": "major",
    "same-since": "patch",
}
"""What each kind of edit asks of the version number: patch, the same in other words; minor, something added; major, a
meaning or a score changed, or something is gone. What asks for less than major takes no comparison away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference between two definitions.

    Attributes:
        code: A key of EDITS.
        subject: Id of what was changed: an item, a dimension, a section, a tension, a reading; "" for the whole.
        part: What of it, such as "ask", or the value of an option; "" where the code says all.
        before: How it was, as text; "" if it was not there.
        after: How it is; "" if it is gone.
    """

    code: str
    subject: str = ""
    part: str = ""
    before: str = ""
    after: str = ""

    @property
    def needed(self) -> Needed:
        """What it asks of the version number."""
        return EDITS[self.code]


def edits(old: Questionnaire, new: Questionnaire) -> tuple[Edit, ...]:
    """Every difference between two definitions, from the whole to the parts, in the order of the newer file."""
    return (
        *_of_the_whole(old, new),
        *_of_dimensions(old, new),
        *_of_sections(old, new),
        *_of_items(old, new),
        *_of_readings(old.readings, new.readings),
        *_of_tensions(old.tensions, new.tensions),
    )


def renamed(old: Questionnaire, new: Questionnaire) -> Mapping[str, str]:
    """Items that are probably the same under another id, by their old one: same kind, same question, same choices."""
    free = {item.id: _face(item) for item in new.items if item.id not in old.by_id}
    found = {}
    for item in old.items:
        if item.id not in new.by_id and (twin := next((one for one, face in free.items() if face == _face(item)), "")):
            found[item.id] = twin
            del free[twin]
    return found


def words_of(item: Item) -> Mapping[str, str]:
    """All the words of an item that its answers depend on, by their place."""
    return {
        "ask": item.ask,
        **{f"ask_as.{family}": words for family, words in sorted(item.ask_as.items())},
        "help": item.help,
        **{f"choices.{choice.value}": choice.label for choice in item.choices},
        **{f"choices.{choice.value}.help": choice.help for choice in item.choices},
    }


def _face(item: Item) -> tuple[str, str, frozenset[tuple[int | str, str]]]:
    ask = " ".join(item.ask.split()).casefold()
    return item.kind, ask, frozenset((choice.value, choice.label) for choice in item.choices)


def _of_the_whole(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    for code in ("id", "level", "language"):
        yield from _changed(code, "", "", getattr(old, code), getattr(new, code))
    yield from _words("", {"title": old.title, "summary": old.summary}, {"title": new.title, "summary": new.summary})
    yield from _words("", old.sources, new.sources)
    for depth in ("short", "full"):
        yield from _changed("minutes", "", depth, getattr(old.minutes, depth), getattr(new.minutes, depth))
    yield from _changed("rule", "", "", old.scoring.rule, new.scoring.rule)
    for part in ("placements", "factors", "canvases"):
        yield from _lists("", part, getattr(old, part), getattr(new, part))


def _of_dimensions(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    before, after = ({one.id: one for one in each.dimensions} for each in (old, new))
    yield from _comings("dimension", before, after, {name: one.title for name, one in (before | after).items()})
    for name, one, now in _both(before, after):
        yield from _words(name, _words_of_dimension(one), _words_of_dimension(now))
        yield from _changed("min-answered", name, "", one.min_answered, now.min_answered)
        tables = [_table(each.scoring.tables.get(name, ())) for each in (old, new)]
        yield from _changed("table", name, "", *tables)


def _of_sections(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    before, after = ({one.id: one for one in each.sections} for each in (old, new))
    yield from _comings("section", before, after, {name: one.title for name, one in (before | after).items()})
    for name, one, now in _both(before, after):
        yield from _words(name, _words_of_section(one), _words_of_section(now))
        yield from _changed("mode", name, "", one.mode, now.mode)


def _of_items(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    twins = renamed(old, new)
    for name, twin in twins.items():
        yield Edit(code="item-renamed", subject=twin, before=name, after=twin)
    before = {name: item for name, item in old.by_id.items() if name not in twins}
    after = {name: item for name, item in new.by_id.items() if name not in twins.values()}
    yield from _comings("item", before, after, {name: item.ask for name, item in (before | after).items()})
    for name, one, now in _both(before, after):
        yield from _of_item(name, one, now)


def _of_item(name: str, old: Item, new: Item) -> Iterator[Edit]:
    yield from _changed("kind", name, "", old.kind, new.kind)
    yield from _words(name, {**_edges(old), **words_of(old)}, {**_edges(new), **words_of(new)})
    yield from _of_choices(name, old.choices, new.choices)
    for dimension in dict.fromkeys((*old.scores, *new.scores)):
        yield from _changed("weight", name, dimension, old.scores.get(dimension), new.scores.get(dimension))
    yield from _changed("reverse", name, "", old.reverse, new.reverse)
    if old.core != new.core:
        yield Edit(code="into-short" if new.core else "out-of-short", subject=name)
    yield from _changed("asked-of", name, "", sorted(old.asked_of), sorted(new.asked_of))
    yield from _changed("condition", name, "", _written(old.show_if), _written(new.show_if))
    yield from _changed("unit", name, "", old.unit, new.unit)
    limits = [(item.smallest, item.largest, item.longest) for item in (old, new)]
    yield from _changed("limits", name, "", *limits)
    yield from _lists(name, "outside", old.outside, new.outside)
    places = [{where: (one.axis, one.at, dict(one.reads)) for where, one in item.places.items()} for item in (old, new)]
    yield from _changed("places", name, "", *places)
    yield from _changed("same-since", name, "", old.same_since, new.same_since)


def _of_choices(name: str, old: Sequence[Choice], new: Sequence[Choice]) -> Iterator[Edit]:
    before, after = ({choice.value: choice for choice in each} for each in (old, new))
    for value in [value for value in before if value not in after]:
        yield Edit(code="option-removed", subject=name, part=str(value), before=before[value].label)
    for value in [value for value in after if value not in before]:
        yield Edit(code="option-added", subject=name, part=str(value), after=after[value].label)
    kept = [value for value in before if value in after]
    for value in kept:
        yield from _changed("option-score", name, str(value), before[value].score, after[value].score)
    if kept != [value for value in after if value in before]:
        yield Edit(code="order", subject=name, part="choices")


def _of_readings(old: Sequence[Reading], new: Sequence[Reading]) -> Iterator[Edit]:
    yield from _lists("", "readings", [one.id for one in old], [one.id for one in new])
    for name, one, now in _both({one.id: one for one in old}, {one.id: one for one in new}):
        # Nothing is computed of a reading: all of it is words around a profile.
        yield from _changed("wording", name, "", _words_of_reading(one), _words_of_reading(now))


def _of_tensions(old: Sequence[Tension], new: Sequence[Tension]) -> Iterator[Edit]:
    yield from _lists("", "tensions", [one.id for one in old], [one.id for one in new])
    for name, one, now in _both({one.id: one for one in old}, {one.id: one for one in new}):
        yield from _words(name, {"ask": one.ask}, {"ask": now.ask})
        yield from _changed("when", name, "", _written(one.when), _written(now.when))


def _comings(kind: str, old: Mapping[str, Any], new: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Edit]:
    """What came and what went of one kind, and whether what stayed stands in another order."""
    for name in [name for name in old if name not in new]:
        yield Edit(code=f"{kind}-removed", subject=name, before=words[name])
    for name in [name for name in new if name not in old]:
        yield Edit(code=f"{kind}-added", subject=name, after=words[name])
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield Edit(code="order", part=f"{kind}s")


def _lists(subject: str, part: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    for name in [name for name in old if name not in new]:
        yield Edit(code="unlisted", subject=subject, part=part, before=name)
    for name in [name for name in new if name not in old]:
        yield Edit(code="listed", subject=subject, part=part, after=name)


def _both(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    return ((name, old[name], now) for name, now in new.items() if name in old)


def _words(subject: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Edit]:
    """Words in the same place that differ; of choices that came or went, ``_of_choices`` tells."""
    for part in [part for part in new if part in old or part.startswith("ask_as.")]:
        yield from _changed("wording", subject, part, old.get(part, ""), new[part])
    for part in [part for part in old if part not in new and part.startswith("ask_as.")]:
        yield from _changed("wording", subject, part, old[part], "")


def _changed(code: str, subject: str, part: str, old: Any, new: Any) -> Iterator[Edit]:
    if old != new:
        yield Edit(code=code, subject=subject, part=part, before=_text(old), after=_text(new))


def _text(value: Any) -> str:
    match value:
        case str():
            return value
        case None:
            return ""
        case float():
            return f"{value:g}"
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def _edges(item: Item) -> Mapping[str, str]:
    """Words about an item that no answer depends on."""
    return {"why": item.why, "source": item.source}


def _words_of_dimension(one: Dimension) -> Mapping[str, str]:
    return {"title": one.title, "about": one.about, "discuss": "\n".join(one.discuss), "source": one.source}


def _words_of_section(one: Section) -> Mapping[str, str]:
    return {"title": one.title, "intro": one.intro, "story": "\n".join(one.story)}


def _words_of_reading(one: Reading) -> str:
    pillars = [f"{pillar.title}: {pillar.about} ({', '.join(pillar.dimensions)})" for pillar in one.pillars]
    return "\n".join((one.title, one.about, *pillars, one.source))


def _table(rows: Sequence[Rule]) -> str:
    return "; ".join(f"{_written(row.when) or 'else'}: {row.score:g}" for row in rows)


def _written(condition: Condition | None) -> str:
    """A condition as it is written in a file; "" for none."""
    return "" if condition is None else json.dumps(document_of(condition), ensure_ascii=False)
