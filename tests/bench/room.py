"""Measures a room full of people: our app beside a bare page of Streamlit's and oTree, in one run on one machine.

Run it from anywhere: python tests/bench/room.py --help; what the figures mean stands in README.md beside it.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from load.contestants import Bare, Contestant, CoSMoS
from load.figures import line, table
from load.machine import Databases
from load.otree import OTree
from load.people import Pace
from load.trial import Trial, trial

MOST_PEOPLE, MOST_SECONDS = 200, 120.0
STEPS = (40, 60, 80, 100, 120, 150, 200)
"""Rooms tried for ``--capacity``."""

LIMIT_MS = 500.0
"""Of a click's 95th percentile: up to here a process holds a room."""

DATABASE = "cosmos_bench"

Make = Callable[[Path, str | None], Contestant]
"""Makes a contestant in an empty folder, on a PostgreSQL database or, for None, on SQLite."""


def main() -> None:
    """Measure what was asked for, print it, and keep it."""
    asked = _asked()
    trials: list[Trial] = []
    stores = {"SQLite": None, **({"PostgreSQL": Databases(asked.postgres)} if asked.postgres else {})}
    pace = Pace(people=asked.people, seconds=asked.seconds, think=asked.think, ramp=asked.ramp)
    try:
        if asked.capacity:
            for store, databases in stores.items():
                trials += _capacity(_contestants(asked), store, databases, pace)
        elif asked.kill:
            for store, databases in stores.items():
                trials += _rounds({"CoSMoS": _cosmos(asked)}, {store: databases}, pace, asked.rounds, kill=True)
        else:
            if asked.processes > 1:
                stores.pop("SQLite")
            trials += _rounds(_contestants(asked), stores, pace, asked.rounds)
    finally:
        print(f"\n{table(trials)}" if trials else "")
        if asked.json:
            asked.json.write_text(json.dumps([one.as_json() for one in trials], indent=1), encoding="utf-8")
    if any(one.lost for one in trials):
        raise SystemExit("Acknowledged answers were lost.")


def _rounds(
    contestants: Mapping[str, Make],
    stores: Mapping[str, Databases | None],
    pace: Pace,
    rounds: int,
    *,
    kill: bool = False,
) -> Iterator[Trial]:
    """Everyone once, then everyone again: what else the machine does meets all alike."""
    for _ in range(rounds):
        for store, databases in stores.items():
            for make in contestants.values():
                yield _try(make, store, databases, pace, kill=kill)


def _capacity(contestants: Mapping[str, Make], store: str, databases: Databases | None, pace: Pace) -> Iterator[Trial]:
    """Fuller and fuller rooms; who fails twice in a row at a size is out."""
    held = dict.fromkeys(contestants, 0)
    still = dict(contestants)
    for people in STEPS:
        # As many join in a second whatever the size of the room.
        fuller = Pace(
            people=people, seconds=pace.seconds, think=pace.think, ramp=max(1.0, people / pace.people) * pace.ramp
        )
        for name, make in list(still.items()):
            for _ in range(2):
                one = _try(make, store, databases, fuller)
                yield one
                if one.fine and one.ms("clicks", 0.95) < LIMIT_MS:
                    held[name] = people
                    break
            else:
                still.pop(name)
    for name, people in held.items():
        print(f"{name} on {store} holds {people or 'fewer than 40'} people at p95 < {LIMIT_MS:.0f} ms")


def _try(make: Make, store: str, databases: Databases | None, pace: Pace, *, kill: bool = False) -> Trial:
    with tempfile.TemporaryDirectory(prefix="cosmos-bench-") as folder:
        try:
            address = databases.make(DATABASE).render_as_string(hide_password=False) if databases else None
            one = trial(make(Path(folder), address), store, pace, kill=kill)
        finally:
            if databases:
                databases.drop(DATABASE)
    print(line(one), flush=True)
    return one


def _contestants(asked: argparse.Namespace) -> Mapping[str, Make]:
    found: dict[str, Make] = {"CoSMoS": _cosmos(asked)}
    if asked.processes > 1:
        found[f"CoSMoS, {asked.processes} processes"] = _cosmos(asked, asked.processes)
        return found
    found["bare page"] = Bare
    if asked.otree and (asked.otree / "bin" / "otree").is_file():
        found |= {f"oTree, {fields} a page": partial(_otree, asked.otree, fields) for fields in (12, 1)}
    else:
        print("oTree is left out: give --otree the environment it is installed in.")
    return {name: make for name, make in found.items() if not asked.only or name.startswith(tuple(asked.only))}


def _cosmos(asked: argparse.Namespace, processes: int = 1) -> Make:
    def make(folder: Path, address: str | None) -> Contestant:
        return CoSMoS(folder, address, processes, asked.depth, alone=asked.alone, waiting=asked.waiting)

    return make


def _otree(venv: Path, fields: int, folder: Path, address: str | None) -> Contestant:
    return OTree(venv, folder, address, fields)


def _asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure a room full of people.")
    parser.add_argument("--people", type=int, default=60, help="how many (default: 60)")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long they answer (default: 30)")
    parser.add_argument("--think", type=float, default=3.0, help="seconds between two clicks (default: 3)")
    parser.add_argument("--ramp", type=float, default=5.0, help="seconds over which they join (default: 5)")
    parser.add_argument("--rounds", type=int, default=2, help="how often each is tried, in turn (default: 2)")
    parser.add_argument("--depth", choices=("short", "full"), default="full", help="which form people get")
    parser.add_argument("--alone", action="store_true", help="everyone answers alone, not in a room")
    parser.add_argument("--waiting", type=int, default=0, help="how many more are done, and follow along (default: 0)")
    parser.add_argument("--only", action="append", metavar="NAME", help="only contestants whose names begin so")
    parser.add_argument("--otree", type=Path, metavar="VENV", help="an environment with oTree in it")
    parser.add_argument("--postgres", metavar="ADDRESS", help="measure on PostgreSQL too; makes a database, drops it")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every figure there")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--capacity", action="store_true", help="fuller and fuller rooms, until p95 reaches 500 ms")
    what.add_argument("--processes", type=int, default=1, metavar="N", help="one room on N servers beside one on one")
    what.add_argument("--kill", action="store_true", help="kill the server in the middle, start it again")
    asked = parser.parse_args(arguments)
    if not 1 <= asked.people + asked.waiting <= MOST_PEOPLE or not 0 < asked.seconds <= MOST_SECONDS:
        parser.error(f"at most {MOST_PEOPLE} people and {MOST_SECONDS:.0f} seconds")
    if asked.processes > 1 and not asked.postgres:
        parser.error("several processes share PostgreSQL: give --postgres")
    return asked


if __name__ == "__main__":
    main()
