"""Finds every difference between two definitions of one questionnaire, from the whole to its parts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Any

from models.definition import Dimension, Lens, Questionnaire, Rule, Section, Tension
from models.edit_kinds import Edit, additions_and_removals, as_text, changed, listed, reordered, reworded
from models.items import Item, Scale


def edits(old: Questionnaire, new: Questionnaire) -> tuple[Edit, ...]:
    """Every difference between two definitions except their versions, in the order of the newer file.

    Every field that differs after parsing gives an edit; a test changes each field in turn.
    """
    return (
        *_of_the_whole(old, new),
        *_of_sources(old.sources, new.sources),
        *_of_scales(old.scales, new.scales),
        *_of_dimensions(old, new),
        *_of_sections(old, new),
        *_of_items(old, new),
        *_of_readings(old.readings, new.readings),
        *_of_tensions(old.tensions, new.tensions),
    )


def renamed(old: Questionnaire, new: Questionnaire) -> Mapping[str, str]:
    """Items that are probably the same under another id, by their old one: same kind, same question, same choices."""
    free = {item.id: _looks(item) for item in new.items if item.id not in old.by_id}
    found = {}
    for item in old.items:
        if item.id not in new.by_id and (
            twin := next((name for name, looks in free.items() if looks == _looks(item)), "")
        ):
            found[item.id] = twin
            del free[twin]
    return found


def renamed_dimensions(old: Questionnaire, new: Questionnaire) -> Mapping[str, str]:
    """Dimensions that are probably the same under another id, by their old one: same title, same items."""
    was, now = ({dimension.id for dimension in each.dimensions} for each in (old, new))
    free = {(added.title, _ids_of(new, added)): added.id for added in new.dimensions if added.id not in was}
    gone = {removed.id: (removed.title, _ids_of(old, removed)) for removed in old.dimensions if removed.id not in now}
    return {name: free[looks] for name, looks in gone.items() if looks in free and looks[1]}


def _ids_of(questionnaire: Questionnaire, dimension: Dimension) -> frozenset[str]:
    return frozenset(item.id for item in questionnaire.items_of(dimension.id))


def words_of(item: Item) -> Mapping[str, str]:
    """All texts of an item that its answers depend on, by where they stand."""
    return {
        "ask": item.ask,
        **{f"ask_as.{family}": words for family, words in sorted(item.ask_as.items())},
        "help": item.help,
        **{f"choices.{choice.value}": choice.label for choice in item.choices},
        **{f"choices.{choice.value}.help": choice.help for choice in item.choices},
    }


def _looks(item: Item) -> tuple[str, str, frozenset[tuple[int | str, str]]]:
    ask = " ".join(item.ask.split()).casefold()
    return item.kind, ask, frozenset((choice.value, choice.label) for choice in item.choices)


def _of_the_whole(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    for code in ("id", "level", "language"):
        yield from changed(code, "", "", getattr(old, code), getattr(new, code))
    yield from reworded("", {"title": old.title, "summary": old.summary}, {"title": new.title, "summary": new.summary})
    for depth in ("short", "full"):
        yield from changed("minutes", "", depth, getattr(old.minutes, depth), getattr(new.minutes, depth))
    yield from changed("rule", "", "", old.scoring.rule, new.scoring.rule)
    for part in ("placements", "factors", "canvases"):
        yield from listed("", part, getattr(old, part), getattr(new, part))


def _of_sources(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Edit]:
    yield from additions_and_removals("source", old, new)
    yield from reworded("", old, new)


def _of_scales(old: Mapping[str, Scale], new: Mapping[str, Scale]) -> Iterator[Edit]:
    before, after = ({name: _points(scale) for name, scale in each.items()} for each in (old, new))
    yield from additions_and_removals("scale", before, after)
    for name, was, now in _both(before, after):
        yield from changed("points", name, "", was, now)


def _of_dimensions(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    twins = renamed_dimensions(old, new)
    for name, twin in twins.items():
        yield Edit(code="dimension-renamed", subject=twin, before=name, after=twin)
    before = {twins.get(dimension.id, dimension.id): dimension for dimension in old.dimensions}
    after = {dimension.id: dimension for dimension in new.dimensions}
    titles = ({name: dimension.title for name, dimension in each.items()} for each in (before, after))
    yield from additions_and_removals("dimension", *titles)
    yield from reordered("", "dimensions", list(before), list(after))
    for name, was, now in _both(before, after):
        yield from reworded(name, _words_of_dimension(was), _words_of_dimension(now))
        yield from changed("min-answered", name, "", was.min_answered, now.min_answered)
        tables = [each.scoring.tables.get(named, ()) for each, named in ((old, was.id), (new, name))]
        if tables[0] != tables[1]:
            yield Edit(code="table", subject=name, before=_rows(tables[0]), after=_rows(tables[1]))


def _of_sections(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    before, after = ({section.id: section for section in each.sections} for each in (old, new))
    yield from additions_and_removals("section", _titles(old.sections), _titles(new.sections))
    yield from reordered("", "sections", list(before), list(after))
    for name, was, now in _both(before, after):
        yield from reworded(name, _words_of_section(was), _words_of_section(now))
        yield from changed("mode", name, "", was.mode, now.mode)


def _of_items(old: Questionnaire, new: Questionnaire) -> Iterator[Edit]:
    twins = renamed(old, new)
    for name, twin in twins.items():
        yield Edit(code="item-renamed", subject=twin, before=name, after=twin)
    dimensions = renamed_dimensions(old, new)
    before, after = {twins.get(name, name): item for name, item in old.by_id.items()}, new.by_id
    asks = ({name: item.ask for name, item in each.items()} for each in (before, after))
    yield from additions_and_removals("item", *asks)
    yield from reordered("", "items", list(before), list(after))
    section_before, section_after = (
        {item.id: section for section in each.sections for item in section.items} for each in (old, new)
    )
    for name, was, now in _both(before, after):
        yield from _of_place(name, section_before[was.id], section_after[name])
        scores = {dimensions.get(dimension, dimension): weight for dimension, weight in was.scores.items()}
        yield from _of_item(name, replace(was, scores=scores), now)


def _of_place(name: str, old: Section, new: Section) -> Iterator[Edit]:
    """Whether an item was moved to another section. A section that changed itself is an edit of the section."""
    if old.id != new.id:
        yield from changed("item-moved", name, "", old.id, new.id)
        yield from changed("mode-of-item", name, "", old.mode, new.mode)


def _of_item(name: str, old: Item, new: Item) -> Iterator[Edit]:
    yield from changed("kind", name, "", old.kind, new.kind)
    yield from changed("scale", name, "", old.scale, new.scale)
    yield from reworded(name, {**_asides(old), **words_of(old)}, {**_asides(new), **words_of(new)})
    for family in sorted(old.ask_as.keys() ^ new.ask_as.keys()):
        yield from changed("wording", name, f"ask_as.{family}", old.ask_as.get(family), new.ask_as.get(family))
    yield from _of_choices(name, old, new)
    for dimension in dict.fromkeys((*old.scores, *new.scores)):
        code = "weighs" if dimension not in old.scores else "weight" if dimension in new.scores else "weighs-not"
        yield from changed(code, name, dimension, old.scores.get(dimension), new.scores.get(dimension))
    yield from changed("reverse", name, "", old.reverse, new.reverse)
    if old.core != new.core:
        yield Edit(code="into-short" if new.core else "out-of-short", subject=name)
    yield from changed("asked-of", name, "", sorted(old.asked_of), sorted(new.asked_of))
    yield from reordered(name, "asked_of", old.asked_of, new.asked_of)
    yield from changed("condition", name, "", old.show_if, new.show_if)
    yield from changed("unit", name, "", old.unit, new.unit)
    yield from _of_limits(name, old, new)
    yield from listed(name, "outside", old.outside, new.outside)
    places = [
        {name: (placing.axis, placing.at, dict(placing.reads)) for name, placing in item.places.items()}
        for item in (old, new)
    ]
    yield from changed("places", name, "", *places)
    yield from changed("same-since", name, "", old.same_since, new.same_since)


def _of_limits(name: str, old: Item, new: Item) -> Iterator[Edit]:
    """Whether more may be entered than before, or less."""
    if (old.smallest, old.largest) != (new.smallest, new.largest):
        (low, high), (lower, higher) = map(_ends, (old, new))
        code = "limits-wider" if lower <= low and higher >= high else "limits-narrower"
        yield Edit(code=code, subject=name, before=_range(old), after=_range(new))
    if old.longest != new.longest:
        code = "limits-wider" if new.longest > old.longest else "limits-narrower"
        yield from changed(code, name, "", old.longest, new.longest)


def _ends(item: Item) -> tuple[float, float]:
    return -inf if item.smallest is None else item.smallest, inf if item.largest is None else item.largest


def _range(item: Item) -> str:
    return f"{as_text(item.smallest) or '…'} to {as_text(item.largest) or '…'}"


def _of_choices(name: str, old: Item, new: Item) -> Iterator[Edit]:
    before, after = ({choice.value: choice for choice in item.choices} for item in (old, new))
    for value in [value for value in before if value not in after]:
        yield Edit(code="option-removed", subject=name, part=str(value), before=before[value].label)
    for value in [value for value in after if value not in before]:
        yield Edit(code="option-added", subject=name, part=str(value), after=after[value].label)
    for value in [value for value in before if value in after]:
        yield from changed("option-score", name, str(value), before[value].score, after[value].score)
    yield from reordered(name, "choices", list(before), list(after))
    if old.choices == new.choices:  # else they are edits of the choices, whose labels the descriptors are
        yield from changed("wording", name, "descriptors", old.descriptors, new.descriptors)


def _of_readings(old: Sequence[Lens], new: Sequence[Lens]) -> Iterator[Edit]:
    before, after = ({reading.id: reading for reading in each} for each in (old, new))
    yield from listed("", "readings", list(before), list(after))
    for name, was, now in _both(before, after):
        if was != now:  # nothing is computed from a reading: all of it is words around a profile
            yield Edit(code="wording", subject=name, before=_words_of_reading(was), after=_words_of_reading(now))


def _of_tensions(old: Sequence[Tension], new: Sequence[Tension]) -> Iterator[Edit]:
    before, after = ({tension.id: tension for tension in each} for each in (old, new))
    yield from listed("", "tensions", list(before), list(after))
    for name, was, now in _both(before, after):
        yield from reworded(name, {"ask": was.ask}, {"ask": now.ask})
        yield from changed("when", name, "", was.when, now.when)


def _both(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    return ((name, old[name], now) for name, now in new.items() if name in old)


def _titles(sections: Sequence[Section]) -> Mapping[str, str]:
    return {section.id: section.title for section in sections}


def _asides(item: Item) -> Mapping[str, str]:
    """Texts about an item that no answer depends on."""
    return {"why": item.why, "source": item.source}


def _words_of_dimension(dimension: Dimension) -> Mapping[str, str | tuple[str, ...]]:
    return {name: getattr(dimension, name) for name in ("title", "about", "discuss", "source")}


def _words_of_section(section: Section) -> Mapping[str, str | tuple[str, ...]]:
    return {name: getattr(section, name) for name in ("title", "intro", "story")}


def _words_of_reading(reading: Lens) -> str:
    pillars = [f"{pillar.title}: {pillar.about} ({', '.join(pillar.dimensions)})" for pillar in reading.pillars]
    return "\n".join((reading.title, reading.about, *pillars, reading.source))


def _points(scale: Scale) -> str:
    return "; ".join(f"{point.value}: {point.label}" for point in scale.points)


def _rows(table: Sequence[Rule]) -> str:
    return "; ".join(f"{as_text(row.when) or 'else'}: {row.score:g}" for row in table)
