"""What is drawn in a picture: its shapes, dots and words, and what leaves it."""

import re
from xml.etree import ElementTree


def shapes(svg, name):
    return [one for one in ElementTree.fromstring(svg).iter() if one.tag.endswith(f"}}{name}")]


def discs(svg):
    """Middle and radius of each disc, but that of a key."""
    every = [tuple(float(one.get(name)) for name in ("cx", "cy", "r")) for one in shapes(svg, "circle")]
    return every[:-1] if "One answer" in said(svg) else every


def said(svg):
    """The words that are drawn."""
    return ["".join(one.itertext()) for one in shapes(svg, "text")]


def extents(node, left=0.0, top=0.0):
    """The least and most of x and y that each shape reaches, texts by about the width of their letters."""
    moved = re.match(r"translate\((\S+) (\S+)\)", node.get("transform", ""))
    left, top = (left + float(moved[1]), top + float(moved[2])) if moved else (left, top)
    kind, number = node.tag.rpartition("}")[2], lambda name: float(node.get(name))
    xs, ys = [], []
    if kind == "circle":
        xs, ys = ([number(middle) - number("r"), number(middle) + number("r")] for middle in ("cx", "cy"))
    elif kind == "line":
        xs, ys = [number("x1"), number("x2")], [number("y1"), number("y2")]
    elif kind == "rect":
        xs, ys = [number("x"), number("x") + number("width")], [number("y"), number("y") + number("height")]
    elif kind == "polygon":
        xs, ys = zip(*(map(float, place.split(",")) for place in node.get("points").split()), strict=True)
    elif kind == "text":
        size, y = number("font-size"), number("y")
        for row in node:
            y += float(row.get("dy"))
            wide = 0.5 * size * len(row.text or "")
            share = {"start": 0, "middle": 0.5, "end": 1}[node.get("text-anchor")]
            xs += [float(row.get("x")) - wide * share, float(row.get("x")) + wide * (1 - share)]
            ys += [y - 0.75 * size, y + 0.25 * size]
    if xs:
        yield kind, min(xs) + left, max(xs) + left, min(ys) + top, max(ys) + top
    for child in node:
        yield from extents(child, left, top)


def outside(svg):
    """Shapes that leave the picture; the half of a line's width may."""
    picture = ElementTree.fromstring(svg)
    _, _, wide, high = map(float, picture.get("viewBox").split())
    return [one for one in extents(picture) if one[1] < -1 or one[2] > wide + 1 or one[3] < -1 or one[4] > high + 1]
