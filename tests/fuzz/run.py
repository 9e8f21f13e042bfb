"""Gives mutated files and texts to the app and keeps those that end in anything but what is agreed.

Run it from anywhere: python tests/fuzz/run.py --help; what it does stands in README.md beside it.
"""

import argparse
import os
import shlex
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count, islice, takewhile
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from attempt import ERRORS, Limits, Outcome, attempt  # noqa: E402
from kinds import KINDS, PLANTED_KINDS, Kind, warm  # noqa: E402
from seeds import Seeds, gathered, write_files  # noqa: E402

COMMAND = "command.txt"
MOST_KEPT = 3
"""Inputs kept of findings that are taken for the same."""

EVERY = {**KINDS, **PLANTED_KINDS}


@dataclass(slots=True)
class Tally:
    """What was tried of one kind."""

    inputs: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: tuple[float, int] = (0.0, 0)
    largest: tuple[int, int] = (0, 0)

    def add(self, number: int, outcome: Outcome) -> None:
        """Count an input."""
        self.inputs += 1
        self.codes[str(outcome.code)] += 1
        self.seconds += outcome.seconds
        self.slowest = max(self.slowest, (outcome.seconds, number))
        self.largest = max(self.largest, (outcome.resident, number))
        if outcome.verdict:
            self.findings[outcome.signature] += 1


def main() -> int:
    """Try inputs until the time is over; gives 1 if something was found."""
    asked = _asked()
    limits = Limits(seconds=asked.limit_seconds, resident=int(asked.limit_megabytes * 1_000_000))
    keep = asked.keep or Path(tempfile.mkdtemp(prefix="cosmos-fuzz-"))
    keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cosmos-fuzz-") as folder:
        seeds = _seeds(Path(folder)) if KINDS.keys() & set(asked.kinds) else None
        warm()
        tallies = {name: Tally() for name in asked.kinds}
        for name, number in _numbers(asked):
            place = Path(folder, "input")
            place.mkdir()
            outcome = attempt(partial(_one, name, number, asked.seed, seeds), place, EVERY[name].contract, limits)
            tallies[name].add(number, outcome)
            if outcome.verdict:
                _keep(tallies[name], place, keep / f"{name}-{asked.seed}-{number}-{outcome.verdict}", outcome)
            shutil.rmtree(place)
    _report(tallies, keep)
    return int(any(tally.findings for tally in tallies.values()))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60, help="how long to go on (60)")
    parser.add_argument("--inputs", type=int, help="how many, of all kinds together, instead of --minutes")
    parser.add_argument("--seed", type=int, default=None, help="decides every input; else another each time")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first input of each kind (0)")
    parser.add_argument(
        "--kinds", nargs="+", choices=[*EVERY, "planted"], default=[*KINDS], metavar="KIND", help=", ".join(EVERY)
    )
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where findings are kept; else a new temporary folder")
    parser.add_argument("--limit-seconds", type=float, default=Limits().seconds, help="for one input (20)")
    parser.add_argument("--limit-megabytes", type=float, default=Limits().resident / 1e6, help="for one input (1500)")
    asked = parser.parse_args()
    asked.seed = int(time.time()) if asked.seed is None else asked.seed
    asked.kinds = [name for kind in asked.kinds for name in (PLANTED_KINDS if kind == "planted" else [kind])]
    return asked


def _seeds(folder: Path) -> Seeds:
    """What inputs are made of; the app writes its files in another process, so that this one has no threads to fork."""
    written = folder / "written"
    made = folder / "making"
    for each in (written, made):
        each.mkdir()

    def write() -> int:
        write_files(written)
        return 0

    outcome = attempt(write, made, {0}, Limits(seconds=300, resident=4_000_000_000))
    if outcome.code != 0:
        raise SystemExit(f"The app could not write the files to begin with.\n{outcome.told}")
    return gathered(written)


def _numbers(asked: argparse.Namespace) -> Iterator[tuple[str, int]]:
    """Kinds in turn, each with the number of its next input."""
    ends = time.monotonic() + 60 * asked.minutes
    in_turn = (
        (name, asked.first + turn * EVERY[name].share + one)
        for turn in count()
        for name in asked.kinds
        for one in range(EVERY[name].share)
    )
    return islice(in_turn, asked.inputs) if asked.inputs else takewhile(lambda _: time.monotonic() < ends, in_turn)


def _one(name: str, number: int, seed: int, seeds: Seeds | None) -> int:
    """Make an input in the present folder and give it to what takes it; in a process of its own."""
    kind: Kind = EVERY[name]
    os.environ["COSMOS_DATA"] = "data"
    arguments = kind.make(Random(f"{seed} {name} {number}"), seeds)
    again = f"python tests/fuzz/run.py --kinds {name} --seed {seed} --first {number} --inputs 1"
    command = f"cosmos {shlex.join(arguments)}\n" if name in KINDS and name != "typed" else ""
    Path(COMMAND).write_text(f"{command}{again}\n", encoding="utf-8", errors="surrogateescape")
    return kind.run(arguments)


def _keep(tally: Tally, place: Path, to: Path, outcome: Outcome) -> None:
    """Keep an input with its command and what was told, unless enough of the same are kept."""
    times = tally.findings[outcome.signature]
    if times <= MOST_KEPT:
        shutil.copytree(place, to, dirs_exist_ok=True)
    if times == 1:
        told = outcome.told.rstrip().splitlines()
        print(f"{to.name}: {outcome.signature}\n    {(told or ['(nothing told)'])[-1][:200]}", flush=True)


def _report(tallies: dict[str, Tally], keep: Path) -> None:
    for name, tally in tallies.items():
        codes = " ".join(f"{code}:{times}" for code, times in sorted(tally.codes.items()))
        print(
            f"{name:10} {tally.inputs:6} inputs, exit codes {codes}; {sum(tally.findings.values())} findings of "
            f"{len(tally.findings)} sorts; "
            f"mean {tally.seconds / max(tally.inputs, 1):.2f} s, "
            f"slowest {tally.slowest[0]:.1f} s (number {tally.slowest[1]}), "
            f"largest {tally.largest[0] / 1e6:.0f} MB (number {tally.largest[1]})"
        )
        for signature, times in tally.findings.most_common():
            print(f"    {times} x {signature}")
    if any(tally.findings for tally in tallies.values()):
        print(f"Kept, each with {COMMAND} and {ERRORS}: {keep}")


if __name__ == "__main__":
    sys.exit(main())
