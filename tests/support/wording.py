"""Finds words for people in the source of the app: strings that read as a sentence, a heading or a label."""

import ast
import re
from collections.abc import Iterator

HOLE = "\x00"
"""Stands where a string puts a value."""

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

PROGRAMMING_ERRORS = {
    *("ValueError", "TypeError", "AssertionError", "KeyError", "RuntimeError", "LookupError", "NotImplementedError"),
}
"""Their messages are for whoever reads a traceback."""

LOGGERS = {"log", "logger", "logging", "LOG"}
LOG_LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}

WORDS = re.compile(r"[A-Za-z]{2,}[,;:.!?’”)]* +[“(]?[A-Za-z]|\b[A-Z][a-z]+[,;:.!?’”)]* +[“(]?[\d\x00]")
"""Two words, one after the other, the first of two letters at least; or a capitalised word before a number or value."""
CAPITALISED = re.compile(r"(?<![\w-])[A-Z][a-z]+\b")
"""A word that begins a heading or names a button."""

NO_WORDS = re.compile(
    r"""
    ^\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE|DROP|ALTER|BEGIN|COMMIT|VACUUM|ANALYZE|LOCK)\b  # SQL
    | \bIN\ \( | \bBETWEEN\ \d                # a part of it
    | ^[.\#\[][\w\-\[$]                       # a selector of CSS
    | ^[\w-]+\s*:\s*[\w-][^.?!]*;             # declarations of CSS
    | ^[^{}<>]*\{[^{}]*:[^{}]*;               # rules of CSS
    | \bsans-serif\b | ,\ serif$              # families of type
    | (default|script|style|img)-src\s | \bmax-age=   # headers of HTTP
    | ^const\s                                # JavaScript
    """,
    re.VERBOSE,
)
ATTRIBUTES = re.compile(r'\b(?:aria-label|aria-description|aria-valuetext|alt|title|placeholder)="([^"]*)"')
"""Attributes of HTML whose values are read out or shown."""
MARKUP = re.compile(
    r"<(style|script)\b.*?</\1>|<!--.*?-->|</?[A-Za-z!][^<>]*>?|^[^<>]*(?<=[\"'/])>|:material/\w+:", re.DOTALL
)


def words_in_python(source: str) -> Iterator[tuple[int, str]]:
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


def words_in_template(source: str, ending: str) -> Iterator[str]:
    """What a template, a script or a style sheet says to people in its own words.

    Args:
        source: What stands in it.
        ending: Of its name: ``.html`` for Jinja's, ``.typ``, ``.js`` or ``.css``.
    """
    match ending:
        case ".html":
            source = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", source, flags=re.DOTALL)
            texts = re.split(r"\n+", re.sub(r"\{\{.*?\}\}", HOLE, source, flags=re.DOTALL))
        case ".typ":
            source = re.sub(r"(?<!:)//.*", "", source)
            literals, source = re.findall(r'"([^"\n]*)"', source), re.sub(r'"[^"\n]*"', HOLE, source)
            while (smaller := re.sub(r"\([^()]*\)", HOLE, source)) != source:  # the arguments of functions
                source = smaller
            texts = [*literals, *(re.sub(r"#[\w.-]+", HOLE, text) for text in re.findall(r"\[([^\[\]]*)\]", source))]
        case ".js":
            source = re.sub(r"(?m)(?<!:)//.*$", "", source)
            texts = [text for _, text in re.findall(r"""(["'`])((?:(?!\1).)*)\1""", source)]
        case ".css":
            texts = re.findall(r'content:\s*"([^"]*)"', source)
        case _:
            raise ValueError(ending)
    yield from (text.strip().replace(HOLE, "{}") for text in texts if reads_as_words(text))


def reads_as_words(text: str, *, shown: bool = False) -> bool:
    """Whether a string reads as words for people; of one that is certainly *shown*, a single word is enough."""
    if NO_WORDS.search(text) or text.isupper():
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
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                yield id(docstring)
            case ast.Call() if _is_for_engineers(node):
                yield from (id(inner) for inner in ast.walk(node))
            case (
                ast.keyword(arg="metavar" | "without", value=inside)  # without an option of Streamlit: logged
                | ast.Subscript(slice=inside)
                | ast.Assert(msg=ast.AST() as inside)
            ):
                yield from (id(inner) for inner in ast.walk(inside))


def _is_for_engineers(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in PROGRAMMING_ERRORS
        case ast.Attribute(value=ast.Name(id="re")):
            return True
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return owner in LOGGERS and name in LOG_LEVELS
        case _:
            return False


def _shown(call: ast.Call) -> Iterator[ast.AST]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in SHOWERS:
        return
    arguments = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg in SHOWN_ARGUMENTS)]
    for argument in arguments:
        yield from ast.walk(argument)
