"""Measures how long a room's report takes in each format: many people, three levels, every content.

Run it from anywhere: python tests/bench/report.py --help; the limit is three seconds a format, with warm fonts.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from cosmos_app.design import typesetting
from cosmos_app.outputs.report.renderers import RENDERERS
from cosmos_app.outputs.report.room_report import report
from cosmos_app.storage.current import store
from cosmos_app.workshop import rehearsal, rooms
from models.plan import Plan, Promise

LEVELS = ("project", "ecology", "platform")
LIMIT_S = 3.0
ROLES = ("uses-the-service", "volunteer", "team-manager", "business", None)
SEED = 60


def main() -> None:
    """Make a room, write its report, and say how long that took."""
    asked = _asked()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COSMOS_DATA"] = folder
        os.environ.pop("COSMOS_DATABASE_URL", None)
        here = store().room(_room(asked.people, asked.depth))
        typesetting.faces()
        document = report(here)
        blocks = sum(len(section.blocks) for section in document.sections)
        figures = len(list(document.figures()))
        print(f"{asked.people} people, {len(LEVELS)} levels, {asked.depth} form: {blocks} blocks, {figures} figures")
        slow = []
        for name, renderer in {"tree": None, **RENDERERS}.items():
            write = (lambda: report(here)) if renderer is None else (lambda one=renderer: one.render(document))
            taken, worked, size = _time(write, asked.rounds)
            slow += [name] if worked > LIMIT_S else []
            told = f"  {size / 1e6:5.2f} MB" if size else ""
            print(f"{name:6} {taken:6.2f} s, of these {worked:6.2f} s of a processor{told}")
    if slow:
        raise SystemExit(f"Over {LIMIT_S:g} s of a processor: {', '.join(slow)}")


def _time(write: Callable[[], object], rounds: int) -> tuple[float, float, int]:
    """Median seconds of several rounds after a first one, by the clock and of a processor, and the bytes written."""
    made, taken, worked = write(), [], []
    for _ in range(rounds):
        began, at_work = perf_counter(), process_time()
        write()
        taken.append(perf_counter() - began)
        worked.append(process_time() - at_work)
    return median(taken), median(worked), len(made) if isinstance(made, bytes) else 0


def _room(people: int, depth: str) -> str:
    """A revealed room of invented people who have answered everything; returns its id."""
    promise = Promise(**dict.fromkeys(Promise.__dataclass_fields__, "As it was said."))
    plan = Plan(site="Bench", initiative="A bench", asked=dict.fromkeys(LEVELS, ()), depth=depth, promise=promise)
    here, chance = rehearsal.begin(plan), Random(SEED)
    everyone = [{"who": number, "leaning": chance.uniform(-1.5, 1.5)} for number in range(people)]
    for said in rehearsal.answers(here, everyone):
        rehearsal.seat(here, chance.choice(ROLES), said)
    store().step_to(here.id, "frozen")
    store().confirm_heads(here.id, people)
    rooms.reveal_room(store().room(here.id))
    store().step_to(here.id, "agreed")
    return here.id


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=60, metavar="N")
    parser.add_argument("--depth", choices=("short", "full"), default="short")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    return parser.parse_args()


if __name__ == "__main__":
    main()
