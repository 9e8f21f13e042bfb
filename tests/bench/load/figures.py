"""What is printed: one row for each contestant, with the median of its trials and all of them."""

import math
import statistics
from collections.abc import Callable, Mapping, Sequence

from load.trial import Trial

COLUMNS: Mapping[str, Callable[[Trial], float]] = {
    "click p50 ms": lambda one: one.ms("clicks", 0.50),
    "p95": lambda one: one.ms("clicks", 0.95),
    "p99": lambda one: one.ms("clicks", 0.99),
    "turn p95": lambda one: one.ms("turns", 0.95),
    "join p95": lambda one: one.ms("joins", 0.95),
    "view p95": lambda one: one.ms("refreshes", 0.95),
    "acts/s": lambda one: one.acts,
    "CPU ms/act": lambda one: one.cpu_ms,
    "server CPU %": lambda one: sum(one.load.servers),
    "database %": lambda one: one.load.database,
    "client %": lambda one: one.load.client,
    "other %": lambda one: one.load.other,
    "MB": lambda one: sum(one.load.megabytes),
}
"""What is measured, in the order of the table."""


def table(trials: Sequence[Trial]) -> str:
    """A row for each contestant and store, in the order they were first tried."""
    groups: dict[tuple[str, str, int], list[Trial]] = {}
    for one in trials:
        groups.setdefault((one.name, one.store, one.pace.people), []).append(one)
    rows = [["contestant", "store", "people", *COLUMNS, "lost", "failed"]]
    for (name, store, people), group in groups.items():
        figures = [_figure([column(one) for one in group]) for column in COLUMNS.values()]
        lost = f"{sum(one.lost for one in group)}/{sum(one.kept for one in group)}"
        rows.append([name, store, str(people), *figures, lost, str(sum(len(one.tally.failures) for one in group))])
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def line(one: Trial) -> str:
    """A trial as it ends, in one line."""
    servers = " + ".join(f"{share:.0f}" for share in one.load.servers)
    text = (
        f"{one.name}, {one.store}, {one.pace.people} people: click p50 {one.ms('clicks', 0.5):.0f}, "
        f"p95 {one.ms('clicks', 0.95):.0f}, p99 {one.ms('clicks', 0.99):.0f} ms ({len(one.tally.clicks)} clicks); "
        f"join p95 {one.ms('joins', 0.95):.0f} ms; lost {one.lost} of {one.kept}; "
        f"CPU {servers} %, database {one.load.database:.0f} %, others {one.load.other:.0f} %"
    )
    if one.tally.returns:
        text += (
            f"; killed: the server answered again after {one.tally.outages[0]:.1f} s, {one.back} of {one.pace.people} "
            f"people went on, the last {max(one.tally.returns):.1f} s after the kill"
        )
    for failure in sorted(set(one.tally.failures))[:3]:
        text += f"\n    failed {one.tally.failures.count(failure)} x: {failure}"
    return text


def _figure(values: Sequence[float]) -> str:
    """The median, and all values behind it if there are several."""
    known = [value for value in values if not math.isnan(value)]
    if not known:
        return "-"
    middle = _short(statistics.median(known))
    return middle if len(known) == 1 else f"{middle} ({' '.join(_short(value) for value in known)})"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}"
