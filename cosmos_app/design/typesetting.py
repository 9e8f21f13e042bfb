"""Typesetting: what is written in Typst becomes PDF and PNG, in the fonts of our screens; no browser takes part."""

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import typst

from cosmos_app.design import streamlit_internals
from cosmos_app.design.fonts import LETTERS, keep
from cosmos_app.design.streamlit_internals import FILES, report_missing

SANS, SERIF = "Source Sans 3", "Source Serif 4"
"""Names of the fonts by which a Typst source, or an SVG in it, calls for them."""

_FACES: Mapping[str, tuple[str, str, str, int]] = {
    "sans": ("sans", SANS, "Regular", 400),
    "sans-semibold": ("sans", SANS, "SemiBold", 600),
    "serif-semibold": ("serif", SERIF, "SemiBold", 600),
}
"""Each face: the variable font it is cut from (one of ``streamlit_internals.FILES``), its family, its style and its
weight; Typst takes no variable fonts."""

_VERSION = 1
"""To be raised when what is kept of a face changes."""

_ONE_AT_A_TIME = Lock()


def prepare() -> Thread:
    """Cut the faces in a thread of their own, so that nobody waits for them later; gives the thread."""
    thread = Thread(target=faces, name="faces", daemon=True)
    thread.start()
    return thread


def pdf(source: str, files: Mapping[str, bytes] | None = None) -> bytes:
    """Set a Typst source as a tagged PDF.

    Args:
        source: In Typst; text of people goes in as ``literal`` only.
        files: What it names, such as pictures, by name.
    """
    body: bytes = _set(source, files, format="pdf")
    return body


def png(source: str, files: Mapping[str, bytes] | None = None, dots_per_inch: float = 200) -> list[bytes]:
    """Set a Typst source as pictures, one a page."""
    pages = _set(source, files, format="png", ppi=dots_per_inch)
    return pages if isinstance(pages, list) else [pages]


def png_of(pictures: Sequence[str], dots_per_inch: float = 200) -> list[bytes]:
    """Turn SVG pictures into PNG, for documents that hold no SVG."""
    if not pictures:
        return []
    files = {f"{number}.svg": picture.encode() for number, picture in enumerate(pictures)}
    head = f'#set page(width: auto, height: auto, margin: 4pt, fill: none)\n#set text(font: "{SANS}")\n'
    return png(head + "\n#pagebreak()\n".join(f'#image("{name}", width: 12cm)' for name in files), files, dots_per_inch)


def literal(text: str) -> str:
    r"""A text as a Typst string, in which nothing of it means anything.

    >>> literal('say "so" \\ #x')
    '"say \\"so\\" \\\\ #x"'
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "").replace("\t", " ")
    return f'"{escaped}"'


def _set(source: str, files: Mapping[str, bytes] | None, **how: Any) -> Any:
    whole = {"main.typ": source.encode(), **(files or {})}
    return typst.compile(whole, font_paths=[str(faces())], ignore_system_fonts=False, **how)


@cache
def faces() -> Path:
    """The folder of our faces, cut from Streamlit's fonts once for each of its versions (some seconds).

    A face that can't be cut is left out: Typst sets in another font what calls for it.
    """
    from platformdirs import user_cache_path  # noqa: PLC0415

    with _ONE_AT_A_TIME:
        folder = user_cache_path("cosmos", appauthor=False) / "faces" / _mark()
        folder.mkdir(parents=True, exist_ok=True)
        for name, (font, family, style, weight) in _FACES.items():
            if (kept := folder / f"{name}.ttf").is_file():
                continue
            try:
                face = _cut(font, family, style, weight)
            except Exception:  # noqa: BLE001  (whatever a font of a later Streamlit is like, there is a PDF)
                report_missing(font, FILES[font].without)
            else:
                keep(kept, face)
        return folder


def _variable_font(name: str) -> Path | None:
    """The file of a font that ``streamlit_internals.FILES`` names; None if it is not there."""
    return next(streamlit_internals.folder().glob(FILES[name].text), None)


def _mark() -> str:
    files = [_variable_font(font) for font, *_ in _FACES.values()]
    names = sorted(file.name for file in files if file is not None)
    return sha256(f"{_VERSION} {names}".encode()).hexdigest()[:16]


def _cut(name: str, family: str, style: str, weight: int) -> bytes:
    """One face as a TrueType font.

    Raises:
        FileNotFoundError: If Streamlit has no such font.
    """
    from fontTools import subset  # noqa: PLC0415  (only when there is something to make)
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib import instancer  # noqa: PLC0415

    file = _variable_font(name)
    if file is None:
        raise FileNotFoundError(FILES[name].text)
    font = TTFont(file)
    subsetter = subset.Subsetter(subset.Options(hinting=False, layout_features=["kern", "liga", "mark", "mkmk"]))
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    axes = {"wght": weight} | {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes if axis.axisTag != "wght"}
    # In place and unpacked takes half the time; nobody downloads these.
    instancer.instantiateVariableFont(font, axes, inplace=True, optimize=False)
    for number, text in {1: family, 2: style, 4: f"{family} {style}", 16: family, 17: style}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font.flavor = None
    body = BytesIO()
    font.save(body)
    return body.getvalue()
