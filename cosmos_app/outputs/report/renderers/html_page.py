"""A report as a page that needs nothing from elsewhere: no script, no font, no picture but those in it."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cosmos_app.design.tokens import variables
from cosmos_app.outputs.report.tree import Document
from cosmos_app.texts.report import PAGE_TITLE

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_PAGES.filters["block_kind"] = lambda block: (type(block).__name__, block)


def page(document: Document) -> bytes:
    """Write a report as HTML; its pictures take their colours from the page, and follow it into the dark."""
    return (
        _PAGES.get_template("page.html")
        .render(document=document, title=PAGE_TITLE(title=document.title), variables=variables())
        .encode()
    )
