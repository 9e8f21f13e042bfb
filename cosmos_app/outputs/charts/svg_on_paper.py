"""Pictures of a report: with real colours where there is no style sheet, and two rounds above each other in one."""

import re
from collections.abc import Sequence
from dataclasses import asdict

from cosmos_app.design.tokens import CHART_TYPE, LIGHT, VARIABLES
from cosmos_app.outputs.charts.svg import WIDTH, picture, text

_NAMED = re.compile(r"var\(--([a-z-]+)\)")
_BOX = re.compile(r'viewBox="0 0 [\d.]+ ([\d.]+)"')
_HEAD = 22.0


def on_paper(svg: str) -> str:
    """A picture in the colours of paper, for what knows no style sheet.

    >>> on_paper("fill:var(--ink)") == f"fill:{LIGHT.ink}"
    True
    """
    colours = asdict(LIGHT)
    return _NAMED.sub(lambda found: colours[found[1].replace("-", "_")], svg)


def height(svg: str) -> float:
    """Height of one of our own pictures, which are all equally wide, in its units."""
    found = _BOX.search(svg)
    return float(found[1]) if found else WIDTH


def stacked(parts: Sequence[tuple[str, str]], alt: str) -> str:
    """Pictures above each other as one.

    Args:
        parts: What stands above each, and the picture.
        alt: What to see in all of them.
    """
    inside, top = "", 0.0
    for title, svg in parts:
        inside += text((2, top + 14), [title], VARIABLES.ink, CHART_TYPE["label"], bold=True)
        inside += svg.replace("<svg ", f'<svg x="0" y="{top + _HEAD:g}" width="{WIDTH}" height="{height(svg):g}" ', 1)
        top += _HEAD + height(svg) + 6
    # Only the whole has words of its own, else screen readers would read everything twice.
    return picture(top, alt, re.sub(r' (?:class|role|aria-label)="[^"]*"', "", inside))
