"""Measures the scoring kernel beside a plain loop over the same questionnaire, in one process on one core.

Run it from the top folder: PYTHONPATH=.:tests python tests/bench/kernel.py
"""

import os
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

RESPONDENTS = 1_000_000
IN_THE_LOOP = 2_000
REPEATS = 3

# One core for everything, before numpy counts them.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import numpy as np  # noqa: E402
from support.builders import parsed, results, shipped  # noqa: E402
from support.naive import close, position, what_counts  # noqa: E402

from models.answers import Value  # noqa: E402
from models.conditions import AnyOf, ItemIs  # noqa: E402
from models.definition import Questionnaire  # noqa: E402
from models.layout import Answers, Layout, lay_out  # noqa: E402
from models.scoring import score  # noqa: E402
from models.silences import DontKnow, NotApplicable, OutsideOurControl, Skipped  # noqa: E402

SILENCES = {252: OutsideOurControl(), 253: NotApplicable(), 254: DontKnow(), 255: Skipped()}


def with_conditions() -> Questionnaire:
    """The project questionnaire, with the last item of each section behind the two before it."""
    definition = parsed(shipped("project.json"))
    sections = []
    for section in definition.sections:
        *others, first, second, last = section.items
        either = AnyOf((ItemIs(first.id, "at_least", 2), ItemIs(second.id, "not_given", ("DK", "OUT"))))
        sections.append(replace(section, items=(*others, first, second, replace(last, show_if=either))))
    return replace(definition, sections=tuple(sections))


def answers_of(layout: Layout, size: int) -> Answers:
    """Answers of many: three in four are values, and a quarter of people fill in the short form."""
    chance = np.random.default_rng(7)
    codes = np.empty((size, layout.width), dtype=np.uint8, order="F")
    drawn = np.array([*range(5)] * 3 + [252, 253, 254, 255, 255], dtype=np.uint8)
    for column in range(layout.width):
        codes[:, column] = drawn[chance.integers(0, len(drawn), size, dtype=np.uint8)]
    return Answers(
        codes=codes,
        short=chance.random(size, dtype=np.float32) < 0.25,
        family=chance.integers(-1, len(layout.families) + 1, size),
    )


def people_of(layout: Layout, answers: Answers) -> list[tuple[dict[str, object], str, str | None]]:
    """The same answers as the loop reads them."""
    names = {-1: None, **dict(enumerate(layout.families)), len(layout.families): "another"}
    return [
        (
            {
                column.item.id: SILENCES.get(code) or Value(column.values[code])
                for column, code in zip(layout.columns, row, strict=True)
            },
            "short" if short else "full",
            names[family],
        )
        for row, short, family in zip(
            answers.codes.tolist(), answers.short.tolist(), answers.family.tolist(), strict=True
        )
    ]


def loop_over(definition: Questionnaire) -> Callable[..., dict[str, tuple[object, ...]]]:
    """A plain loop as one would write it for speed: all that does not depend on the person is looked up.

    It does less than the kernel: no ids of what blocks a stage, and positions come from a table.
    """
    worth = {
        item.id: {choice.value: position(item, choice.value) for choice in item.choices}
        for item in definition.items
        if item.scores
    }
    members = [
        (
            dimension,
            [(item.id, item.scores[dimension.id], worth[item.id]) for item in definition.items_of(dimension.id)],
        )
        for dimension in definition.dimensions
    ]

    def one(answers: dict[str, object], depth: str, family: str | None) -> dict[str, tuple[object, ...]]:
        seen = what_counts(definition, answers, depth, family)
        found: dict[str, tuple[object, ...]] = {}
        for dimension, items in members:
            reached = valued = applicable = best = 0.0
            lowest = 1.0
            for name, weight, known in items:
                answer = seen[name]
                if answer is None or isinstance(answer, NotApplicable):
                    continue
                applicable += weight
                if isinstance(answer, Value):
                    u = known[answer.value]
                    valued += weight
                    reached += weight * u
                    best += weight * u
                    lowest = min(lowest, u)
                else:
                    best += weight
            if not applicable:
                found[dimension.id] = (None, None, None, None, None)
                continue
            share = valued / applicable
            enough = valued > 0 and share >= dimension.min_answered - 1e-9
            found[dimension.id] = (
                4 * reached / valued if enough else None,
                share,
                4 * reached / applicable,
                4 * best / applicable,
                int(4 * lowest + 1e-9) if enough else None,
            )
        return found

    return one


def seconds(work: Callable[[], object]) -> float:
    """Median of REPEATS runs."""
    taken = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print respondents per second of both, and what memory the process took at most."""
    definition = with_conditions()
    layout = lay_out(definition)
    many = answers_of(layout, RESPONDENTS)
    few = people_of(layout, many.rows(slice(0, IN_THE_LOOP)))

    kernel = RESPONDENTS / seconds(lambda: score(layout, many))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    plain = loop_over(definition)
    loop = IN_THE_LOOP / seconds(lambda: [plain(*person) for person in few])

    scores = score(layout, many.rows(slice(0, IN_THE_LOOP)))
    for row, person in enumerate(few):
        mine, theirs = results(scores, row), plain(*person)
        if not all(close(mine[name][:5], theirs[name]) for name in theirs):
            raise SystemExit(f"Kernel and loop differ in row {row}: {mine} {theirs}")

    print(f"{len(layout.columns)} items, {len(definition.dimensions)} dimensions, one core, medians of {REPEATS}")
    print(f"kernel  {kernel:>12,.0f} respondents/s over {RESPONDENTS:,}")
    print(f"loop    {loop:>12,.0f} respondents/s over {IN_THE_LOOP:,}; the same results")
    print(f"ratio   {kernel / loop:>12,.0f} x")
    print(f"memory  {peak:>12,.0f} MB at most, answers and results included")


if __name__ == "__main__":
    main()
