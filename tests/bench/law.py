"""What disclosure control costs: the share of themes and factors that rooms can be shown, and the time of a reveal.

Rooms of 8, 12 and 20 people are drawn by a seed; one question in six is one that only one or two can answer, all others
are left blank by one in sixteen. The families stand as in a pilot: half live with the service, a third work in it, the
rest lead it or are around it.

    python tests/bench/law.py [--rooms 60]
"""

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[2]))

from cosmos_app.content.catalogue import catalogues, offered
from models.answers import AnswerSheet, Response, Value
from models.external_factors import candidates
from models.items import EXPERIENCES
from models.layout import lay_out
from models.reveal import group_profile, reveal
from models.silences import DontKnow
from models.smallest_group import threshold

LEVELS = ("project", "ecology", "platform")
FAMILIES = (
    *("lives-with-the-service",) * 6,
    *("works-face-to-face",) * 4,
    "runs-leads-or-funds",
    "around-it",
)
BLANK = 1 / 16
SELDOM_KNOWN = 1 / 6


def layout_of(name, *, for_some):
    questionnaire = offered()[name].questionnaire
    if for_some:  # every third question is for those who work in the service only
        sections = [
            replace(
                section,
                items=tuple(
                    replace(item, asked_of=("works-face-to-face",)) if number % 3 == 2 and not item.core else item
                    for number, item in enumerate(section.items)
                ),
            )
            for section in questionnaire.sections
        ]
        questionnaire = replace(questionnaire, sections=tuple(sections))
    conditions = (condition for _, condition in candidates(catalogues().factors, questionnaire))
    return lay_out(questionnaire, also=conditions, maps=catalogues().placements)


def a_room(layout, size, chance):
    families = [FAMILIES[number % len(FAMILIES)] for number in range(size)]
    knows = {
        item.id: set(chance.sample(range(size), chance.choice((1, 2))))
        for item in layout.questionnaire.items
        if chance.random() < SELDOM_KNOWN
    }
    sheets = []
    for number in range(size):
        given = {}
        for item in layout.questionnaire.items:
            values = EXPERIENCES if item.kind == "experience" else [choice.value for choice in item.choices]
            if not values:
                continue
            value = (chance.choice(values),) if item.kind == "checklist" else chance.choice(values)
            blank = number not in knows[item.id] if item.id in knows else chance.random() < BLANK
            given[item.id] = Response(answer=DontKnow() if blank else Value(value))
        sheets.append(AnswerSheet(given))
    return sheets, families


def shown(layout, depth, size, rooms):
    """Of themes the share that is shown and that has a shown question; how many factors come up in a room."""
    chance, themes, could, factors = Random(f"{depth} {size}"), [], [], []
    for _ in range(rooms):
        sheets, families = a_room(layout, size, chance)
        found = reveal(layout, sheets, families, threshold(5), depth=depth, catalogue=catalogues().factors)
        profile = group_profile(found, AnswerSheet())
        items = layout.questionnaire.at_depth(depth)
        for theme in profile.dimensions:
            themes.append(theme.pooled is not None)
            weighing = [item.id for item in items if item.scores.get(theme.dimension.id, 0) > 0]
            could.append(any(found.whole.items[name] is not None for name in weighing))
        factors.append(len(profile.factors))
    return fmean(themes), fmean(could), fmean(factors)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rooms", type=int, default=60)
    rooms = parser.parse_args().rooms
    print("form         people  themes shown  with a shown question  factors raised")
    for title, depth, for_some in (
        ("short", "short", False),
        ("full", "full", False),
        ("full, asked_of", "full", True),
    ):
        for size in (8, 12, 20):
            each = [shown(layout_of(name, for_some=for_some), depth, size, rooms) for name in LEVELS]
            themes, could, factors = (fmean(column) for column in zip(*each, strict=True))
            print(f"{title:14} {size:4} {themes:12.0%} {could:20.0%} {factors:18.1f}")
    layouts = [layout_of(name, for_some=False) for name in LEVELS]
    drawn = [(layout, *a_room(layout, 60, Random(60))) for layout in layouts]
    times = []
    for _ in range(5):
        began = time.process_time()
        for layout, sheets, families in drawn:
            group_profile(
                reveal(layout, sheets, families, threshold(5), depth="full", catalogue=catalogues().factors),
                AnswerSheet(),
            )
        times.append(time.process_time() - began)
    print(f"reveal and profile of 60 people, three full levels: {min(times) * 1000:.0f} ms of processor")


if __name__ == "__main__":
    main()
