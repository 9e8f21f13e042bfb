"""Finds words for people in the source of the app: strings that read as a sentence, a heading or a label."""

import ast
import re
from collections.abc import Iterator

HOLE = "\x00"
"""Stands where an f-string puts a value."""

SHOWERS = {
    *("button", "caption", "checkbox", "download_button", "error", "expander", "form_submit_button", "header"),
    *("info", "link_button", "markdown", "metric", "multiselect", "number_input", "page_link", "pills", "popover"),
    *("radio", "segmented_control", "selectbox", "slider", "subheader", "success", "tabs", "text_area"),
    *("text_input", "title", "toast", "toggle", "warning", "write"),
    *("announce", "bar", "example_sign", "lines", "list_under", "note", "nothing_yet", "pick"),
}
"""Functions of Streamlit, and of ``elements`` and ``widgets``, that show the text they are given first."""

SHOWN_ARGUMENTS = {"help", "label", "placeholder", "captions"}
"""Their arguments that are shown too."""

FOR_ENGINEERS = {
    *("ValueError", "TypeError", "AssertionError", "KeyError", "RuntimeError", "LookupError", "NotImplementedError"),
    *("debug", "info", "warning", "error", "exception", "critical"),  # of a logger
}
"""What is called with words for whoever reads a traceback or a log."""

LOGGERS = {"log", "logger", "logging", "_log", "LOG"}

WORDS = re.compile(r"[A-Za-z]{2,}[,;:.!?’”)]* +[“(]?[A-Za-z]")
"""Two words, one after the other, the first of two letters at least."""
CAPITALISED = re.compile(r"(?<![\w-])[A-Z][a-z]+\b")
"""A word that begins a heading or names a button."""

NO_WORDS = re.compile(
    r"""
    ^\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|ALTER|BEGIN|COMMIT|SET|VACUUM|ANALYZE|LOCK|GRANT|WITH)\b  # SQL
    | ^[.\#\[][\w\-\[]                        # a selector
    | ^[\w-]+\s*:\s*[\w-][^.?!]*;              # a declaration of CSS
    | (default|script|style|img)-src\s         # a policy of HTTP
    """,
    re.VERBOSE,
)
ATTRIBUTES = re.compile(r'\b(?:aria-label|aria-description|aria-valuetext|alt|title|placeholder)="([^"]*)"')
"""Attributes of HTML whose values are read out or shown."""
MARKUP = re.compile(
    r"<(style|script)\b.*?</\1>|<!--.*?-->|</?[A-Za-z!][^<>]*>?|^[^<>]*(?<=[\"'/])>|:material/\w+:", re.DOTALL
)


def words_outside(source: str) -> Iterator[tuple[int, str]]:
    """Strings of a module that read as words for people, with their lines.

    Passed over: docstrings, messages of programming errors and of logs, SQL, regular expressions, markup, keys.
    """
    tree = ast.parse(source)
    passed_over = set(_passed_over(tree))
    shown = {id(node) for call in ast.walk(tree) if isinstance(call, ast.Call) for node in _shown(call)}
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in passed_over or id(node) in inside:
            continue
        text = _text(node)
        if text is not None and reads_as_words(text, shown=id(node) in shown):
            yield node.lineno, text.replace(HOLE, "{}")


def reads_as_words(text: str, *, shown: bool = False) -> bool:
    """Whether a string reads as words for people; of one that is certainly *shown*, a single word is enough."""
    if NO_WORDS.search(text):
        return False
    plain = MARKUP.sub(" | ", text)
    return any(
        WORDS.search(part) or (shown and CAPITALISED.search(part)) for part in (plain, *ATTRIBUTES.findall(text))
    )


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else HOLE for part in node.values)
    return None


def _passed_over(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # a docstring
            yield id(node.value)
        elif isinstance(node, ast.Call) and _is_for_engineers(node):
            yield from (id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.keyword) and node.arg == "metavar":
            yield from (id(inner) for inner in ast.walk(node.value))
        elif isinstance(node, ast.Subscript):
            yield id(node.slice)


def _is_for_engineers(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in FOR_ENGINEERS and name[0].isupper()
        case ast.Attribute(value=ast.Name(id="re")):
            return True
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return owner in LOGGERS and name in FOR_ENGINEERS
        case _:
            return False


def _shown(call: ast.Call) -> Iterator[ast.AST]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in SHOWERS:
        return
    arguments = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg in SHOWN_ARGUMENTS)]
    for argument in arguments:
        yield from ast.walk(argument)
