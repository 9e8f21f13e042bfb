"""Fonts: those of Streamlit with only what our pages show, because everyone in a room shares one wireless.

As they come they are more than half of what a phone loads: thousands of icons, small capitals, historic forms. Made
small once for each version of Streamlit (some seconds, beside the server's work) and kept in the cache folder; until
then, and wherever it fails, browsers get them as they are.
"""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import cosmos_app
from cosmos_app.design import streamlit_internals
from cosmos_app.design.streamlit_internals import FILES, report_missing

LETTERS = (
    *range(0x20, 0x250),  # Latin with all its accents
    *range(0x370, 0x530),  # Greek, Cyrillic
    *range(0x1E00, 0x1F00),  # more accents, Vietnamese
    *range(0x2000, 0x2070),  # punctuation
    *range(0x20A0, 0x20C0),  # currencies
    *(0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2713),
)
"""What text is set in; other scripts take a font of the phone's own, as they do with the whole font."""

_NAMED = re.compile(r":material/([a-z0-9_]+)")
_VERSION = 1
"""To be raised when what is kept of a font changes."""


class Fonts:
    """Streamlit's fonts, made small.

    Attributes:
        folder: Streamlit's folder.
        cache: Where small ones are kept.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.cache = cache
        self._small: dict[str, bytes] = {}

    def small(self, name: str) -> bytes | None:
        """A font made small, by its file name; None if it is not one of those, or not ready yet."""
        return self._small.get(name)

    def prepare(self) -> Thread:
        """Make them small in a thread of their own; gives the thread."""
        thread = Thread(target=self._prepare, name="fonts", daemon=True)
        thread.start()
        return thread

    def _prepare(self) -> None:
        for name, reduce in REDUCED.items():
            files = list(self.folder.glob(FILES[name].text))
            for file in files:
                # A font that can't be made small costs a phone some time; it must cost nobody their workshop.
                with suppress(Exception):
                    self._small[file.name] = self._made(file, reduce)
            if not any(file.name in self._small for file in files):
                report_missing(name, FILES[name].without)

    def _made(self, file: Path, reduce: Callable[[Any, Path], None]) -> bytes:
        mark = sha256(f"{_VERSION} {file.name} {sorted(icons(self.folder))}".encode()).hexdigest()[:16]
        kept = self.cache / f"{file.stem}-{mark}.woff2"
        with suppress(OSError):
            return kept.read_bytes()
        made = _reduced(file, reduce, self.folder)
        with suppress(OSError):
            keep(kept, made)
        return made


@cache
def fonts() -> Fonts:
    """The fonts of this process."""
    from platformdirs import user_cache_path  # noqa: PLC0415

    return Fonts(streamlit_internals.folder(), user_cache_path("cosmos", appauthor=False) / "fonts")


def keep(file: Path, body: bytes) -> None:
    """Write what was made of a font, whole or not at all, whoever else makes the same at this moment.

    Raises:
        OSError: If it can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(body)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def icons(folder: Path) -> frozenset[str]:
    """The icons that our pages and Streamlit's own parts name.

    Args:
        folder: Streamlit's folder.
    """
    ours = Path(cosmos_app.__path__[0]).rglob("*.py")
    files: Iterable[Path] = (*ours, *folder.glob(FILES["scripts"].text))
    return frozenset(name for file in files for name in _NAMED.findall(file.read_text(encoding="utf-8")))


def _reduced(file: Path, reduce: Callable[[Any, Path], None], folder: Path) -> bytes:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (only when there is something to make)

    font = TTFont(file)
    reduce(font, folder)
    font.flavor = "woff2"
    body = BytesIO()
    font.save(body)
    return body.getvalue()


def _to_letters(font: Any, _folder: Path) -> None:
    _subset(font, LETTERS)


def _to_icons(font: Any, folder: Path) -> None:
    """Keep the icons that are named: each is a ligature of the letters of its name."""
    wanted = icons(folder)
    letters = {glyph: chr(min(codes)).lower() for glyph, codes in font["cmap"].buildReversed().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            table = getattr(subtable, "ExtSubTable", subtable)
            for first, ligatures in table.ligatures.items():
                named = [
                    ("".join(letters.get(part, "?") for part in (first, *ligature.Component)), ligature)
                    for ligature in ligatures
                ]
                table.ligatures[first] = [ligature for name, ligature in named if name in wanted]
    _subset(font, {ord(letter) for name in wanted for letter in name})


def _subset(font: Any, codes: Iterable[int]) -> None:
    from fontTools import subset  # noqa: PLC0415

    options = subset.Options(hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


REDUCED: Mapping[str, Callable[[Any, Path], None]] = {
    "icons": _to_icons,
    "sans": _to_letters,
}
"""How each font is made small, by its name in ``streamlit_internals.FILES``."""
