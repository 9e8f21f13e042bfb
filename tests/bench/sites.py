"""Measures the comparison of many sites: the screen "Side by side" as the server draws it, in one process on SQLite.

Run it from the checkout: PYTHONPATH=.:tests python tests/bench/sites.py [--sites 200 --waves 3 --people 30]
"""

import argparse
import json
import os
import tempfile
from math import ceil
from pathlib import Path
from time import perf_counter, process_time

RUNS = 20
LIMIT_S = 1.0
"""Of the 95th percentile: how long somebody may wait who turns to another page or another theme."""


def main() -> None:
    """Fill a store, draw the screen again and again, and print how long that took."""
    asked = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("sites", 200), ("waves", 3), ("people", 30)):
        asked.add_argument(f"--{name}", type=int, default=usual)
    asked.add_argument("--json", type=Path, help="keep the figures in this file")
    size = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="cosmos-bench-") as folder:
        os.environ["COSMOS_DATA"] = folder
        os.environ.pop("COSMOS_DATABASE_URL", None)
        seconds, busy = measure(size.sites, size.waves, size.people)
    told = {"first": seconds[0], "median": sorted(seconds[1:])[RUNS // 2], "p95": p95(seconds[1:]), "processor": busy}
    print(f"{size.sites} sites x {size.waves} waves x {size.people} people, {RUNS} times after the first:")
    print("  ".join(f"{name} {value:.3f} s" for name, value in told.items()))
    if size.json:
        size.json.write_text(json.dumps({**vars(size), "json": None, **told}), encoding="utf-8")
    if told["p95"] > LIMIT_S:
        raise SystemExit(f"Slower than {LIMIT_S:g} s.")


def measure(sites: int, waves: int, people: int) -> tuple[list[float], float]:
    """Time the first drawing, with nothing in memory, and those after it, each of another page or other themes.

    Returns:
        Seconds of each, and what one of the later ones takes of a processor, however busy the machine is.
    """
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415
    from support.many_sites import fill  # noqa: PLC0415  (the store's place must be known first)

    from cosmos_app.content import catalogue  # noqa: PLC0415
    from cosmos_app.storage.current import store  # noqa: PLC0415
    from cosmos_app.web import routes  # noqa: PLC0415

    fill(store(), sites, waves, people)
    themes = [
        one.id for one in catalogue.offered()["project"].questionnaire.dimensions
    ]  # loaded with the first visitor
    at = AppTest.from_file(Path(routes.__file__).parent / "screens" / "compare.py", default_timeout=120)
    seconds = [_timed(at)]
    begun = process_time()
    for number in range(RUNS):
        at.session_state["time"] = "every"
        at.session_state["page"] = number % ceil(sites / 24)
        at.session_state["themes-project"] = [themes[number % len(themes)], themes[(number + 3) % len(themes)]]
        seconds.append(_timed(at))
    return seconds, (process_time() - begun) / RUNS


def _timed(at) -> float:
    begun = perf_counter()
    at.run()
    assert not at.exception, at.exception
    return perf_counter() - begun


def p95(seconds: list[float]) -> float:
    """The 95th percentile: of twenty, the largest but one."""
    return sorted(seconds)[ceil(0.95 * len(seconds)) - 1]


if __name__ == "__main__":
    main()
