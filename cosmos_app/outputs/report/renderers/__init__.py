"""The formats of a report, each loaded only when it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cosmos_app.outputs.report.tree import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """A format of a report.

    Attributes:
        mime: What browsers call it.
        render: Writes a document in it.
    """

    mime: str
    render: Callable[[Document], bytes]


def _pdf(document: Document) -> bytes:
    from cosmos_app.outputs.report.renderers.pdf import pdf  # noqa: PLC0415

    return pdf(document)


def _word(document: Document) -> bytes:
    from cosmos_app.outputs.report.renderers.word_document import word  # noqa: PLC0415

    return word(document)


def _slides(document: Document) -> bytes:
    from cosmos_app.outputs.report.renderers.slides import slides  # noqa: PLC0415

    return slides(document)


def _page(document: Document) -> bytes:
    from cosmos_app.outputs.report.renderers.html_page import page  # noqa: PLC0415

    return page(document)


_OFFICE = "application/vnd.openxmlformats-officedocument"

RENDERERS: Mapping[str, Renderer] = {
    ".pdf": Renderer(mime="application/pdf", render=_pdf),
    ".docx": Renderer(mime=f"{_OFFICE}.wordprocessingml.document", render=_word),
    ".pptx": Renderer(mime=f"{_OFFICE}.presentationml.presentation", render=_slides),
    ".html": Renderer(mime="text/html", render=_page),
}
"""By the ending of the file."""
