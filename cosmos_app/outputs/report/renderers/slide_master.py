"""The master of a report's slides: size, fonts, colours and positions, to be changed once for all slides."""

import re
from collections import Counter
from datetime import UTC, datetime
from html import escape
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from cosmos_app.design.tokens import LIGHT
from cosmos_app.outputs.report.tree import PROPERTY, Document

WIDE, HIGH = 13.333, 7.5
LEFT, ACROSS = 0.6, 12.13
TITLE_TOP, TITLE_HIGH = 0.35, 1.1
TOP, BODY = 1.6, 4.95
FOOT = 6.62
"""Of everything on a slide, in inches."""

TITLE_SLIDE, WITH_TEXT, HEADER, TITLE_ONLY = 0, 1, 2, 5
"""Layouts of the usual template, by their index."""

_FONTS = {"major": "Georgia", "minor": "Calibri"}
_COLOURS = {
    "dk2": LIGHT.accent_strong,
    "accent1": LIGHT.accent,
    "accent2": LIGHT.edge,
    "accent3": LIGHT.ink_soft,
    "accent4": LIGHT.warm,
    "accent5": LIGHT.good,
    "accent6": LIGHT.wrong,
}


def dress(to: Any, document: Document) -> None:
    """Set size, fonts and colours in the master, so that they can be changed there for all slides."""
    to.part.package.next_partname = _Names(to.part.package)
    to.slide_width, to.slide_height = Inches(WIDE), Inches(HIGH)
    master = to.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob.decode()).encode()
    for page in (master, *to.slide_layouts):
        for shape in page.placeholders:
            _move(shape, page is to.slide_layouts[TITLE_SLIDE] or page is to.slide_layouts[HEADER])
    for level in (*to.part._element.iter(qn("a:defRPr")), *master._element.iter(qn("a:defRPr"))):
        level.set("lang", document.language)
    for level in master._element.find(f".//{qn('p:titleStyle')}").iter(qn("a:lvl1pPr")):
        level.set("algn", "l")
        words = level.find(qn("a:defRPr"))
        words.set("sz", "2600")
        words.find(f".//{qn('a:schemeClr')}").set("val", "tx2")
    master.shapes._spTree.append(_foot(document.short_caution))
    properties = to.core_properties
    properties.title, properties.subject = document.title[:PROPERTY], document.subtitle[:PROPERTY]
    properties.author = "CoSMoS"
    properties.language, properties.comments = document.language, document.caution[:PROPERTY]
    properties.created = properties.modified = datetime.fromisoformat(document.date).replace(tzinfo=UTC)


class _Names:
    """The next free name of a part: python-pptx goes through all parts for each, which takes a third of the time."""

    def __init__(self, package: Any) -> None:
        self.taken = {str(part.partname) for part in package.iter_parts()}
        self.counts = Counter[str]()

    def __call__(self, template: str) -> PackURI:
        self.counts[template] += 1
        while template % self.counts[template] in self.taken:
            self.counts[template] += 1
        return PackURI(template % self.counts[template])


def _foot(caution: str) -> Any:
    """The caution, once for all slides: python-pptx puts nothing on a master."""
    frame = f'<a:off x="{Inches(LEFT)}" y="{Inches(6.98)}"/><a:ext cx="{Inches(ACROSS)}" cy="{Inches(0.3)}"/>'
    ink = f'<a:solidFill><a:srgbClr val="{LIGHT.ink_soft[1:]}"/></a:solidFill>'
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="Caution"/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>{frame}</a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr sz="900">{ink}</a:rPr>'
        f"<a:t>CoSMoS · {escape(caution)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def _move(shape: Any, is_cover: bool) -> None:
    """A placeholder where a wide slide has it: titles above, text below."""
    kind = shape.placeholder_format.type
    top, deep = (TITLE_TOP, TITLE_HIGH) if "TITLE" in str(kind) else (TOP, BODY)
    if is_cover:
        top, deep = (2.0, 1.8) if "TITLE" in str(kind) and "SUBTITLE" not in str(kind) else (4.0, 1.8)
    if any(name in str(kind) for name in ("DATE", "FOOTER", "SLIDE_NUMBER")):
        top, deep = 6.95, 0.35
        shape.left, shape.width = Inches(LEFT), Inches(ACROSS / 3)
    else:
        shape.left, shape.width = Inches(LEFT), Inches(ACROSS)
    shape.top, shape.height = Inches(top), Inches(deep)


def _themed(theme: str) -> str:
    for kind, font in _FONTS.items():
        theme = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", theme)
    for name, wanted in _COLOURS.items():
        theme = re.sub(
            rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{wanted[1:]}"/>\g<2>', theme, flags=re.S
        )
    return theme
