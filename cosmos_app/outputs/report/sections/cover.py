"""What every report begins with, be it of a room or of one person, and what it says on each page."""

from dataclasses import dataclass
from datetime import date

from cosmos_app.outputs.report.tree import Document, Facts, Note, Section, cleaned, without_blanks
from cosmos_app.texts import report as texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What stands before the first section.

    Attributes:
        facts: What the report rests on, each with its name.
        example: Says that all of it is invented; "" if it is not.
        caution: What the report is not.
    """

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    example: str
    caution: str


def bound(language: str, today: date, cover: Cover, sections: tuple[Section, ...]) -> Document:
    """Put a report together.

    Args:
        language: Of what people were asked, as in BCP 47.
        today: The day it is written.
        cover: What it begins with.
        sections: All else.
    """
    untranslated = "" if texts.is_translated(language) else texts.UNTRANSLATED(language=language)
    return cleaned(
        Document(
            title=cover.title,
            subtitle=cover.subtitle,
            language=language,
            date=today.isoformat(),
            facts=Facts(rows=cover.facts),
            notes=tuple(Note(text=note) for note in without_blanks(cover.example, untranslated)),
            caution=cover.caution,
            short_caution=texts.SHORT_CAUTION(),
            contents=texts.IN_THIS_REPORT(),
            sections=sections,
        )
    )
