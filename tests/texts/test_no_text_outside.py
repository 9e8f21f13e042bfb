"""All that the app says to people stands in ``cosmos_app/texts``, where translations begin; the rest is found here."""

import ast
from pathlib import Path

import pytest
from support.wording import words_in_python, words_in_template

ROOT = Path(__file__).parents[2]
APP = ROOT / "cosmos_app"

PASSED_OVER = {
    "cosmos_app/design/streamlit_internals.py",  # describes each of Streamlit's internals to whoever has to mend it
    "cosmos_app/design/streamlit_options.py",  # the same of its options
    "cosmos_app/storage/migrations",  # tables, as they once were
}

NAMES = {
    "cosmos_app/design/typesetting.py": {"Source Sans 3", "Source Serif 4"},
    "cosmos_app/outputs/report/renderers/word_document.py": {
        *("Heading 1", "Heading 2", "Heading 3", "Heading {}", "List Bullet"),
        *("CoSMoS Note", "CoSMoS Source", "CoSMoS Cell", "CoSMoS Head"),
    },
    "cosmos_app/workshop/paper/form.typ": {"Source Sans 3", "Source Serif 4"},
}
"""Names of fonts and of Word's styles, by the file that uses them."""


def sources():
    for path in sorted(APP.rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix in {".py", ".html", ".typ", ".js", ".css"} and not name.startswith(
            ("cosmos_app/texts/", *PASSED_OVER)
        ):
            yield pytest.param(path, id=name)


def found(path):
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return {text for _, text in words_in_python(source)}
    return set(words_in_template(source, path.suffix))


@pytest.mark.parametrize("path", list(sources()))
def test_what_people_read_stands_in_texts(path):
    assert not found(path) - NAMES.get(path.relative_to(ROOT).as_posix(), set())


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in sorted((APP / "texts").rglob("*.py"))])
def test_what_stands_in_texts_is_looked_up_when_it_is_shown(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    without_texts = ast.unparse(ast.fix_missing_locations(WithoutTexts().visit(tree)))
    assert not list(words_in_python(without_texts))


class WithoutTexts(ast.NodeTransformer):
    """Takes the texts out of a module; what reads as words then is finished when the module is imported."""

    def visit_Call(self, call):
        self.generic_visit(call)
        return ast.Constant(None) if getattr(call.func, "id", "") in {"Text", "Plural"} else call


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_name_that_is_passed_over_is_still_there(name):
    assert NAMES[name] <= found(ROOT / name)


@pytest.mark.parametrize(
    "line",
    [
        'st.button("Begin")',
        'st.button("Remove", help=name)',
        'st.text_input(label, placeholder="Please write")',
        'st.radio(label, options, help=f"Of {n}")',
        'elements.note("Saved.")',
        'elements.title("Sites", "sites")',
        'HEADING = "Theme by theme"',
        'HEADS = ("Theme", "Score, 0 to 4")',
        'label = f"{n} still open"',
        'label = f"About {minutes}, {n} questions at most"',
        'st.html("<p>Scan this, or open</p>")',
        "st.html(f'<p class=\"x\">Not shown: {names}, as always</p>')",
        'st.html(\'<div role="region" aria-label="Profile as a table"></div>\')',
        'raise StoreError("The data file is locked.", "Close the other program.")',
        'raise NotAllowedError("This workshop is closed.")',
        'parser.add_argument("--data", metavar="FOLDER", help="where answers are kept")',
        'TEXT = Text("A text, but not where texts are.")',
        'words = "".join([first, " and then ", last])',
        'print(f"Listening on {address}")',
    ],
)
def test_words_for_people_are_found(line):
    assert list(words_in_python(line))


@pytest.mark.parametrize(
    "line",
    [
        '"""A docstring of two lines."""',
        'X = 1\n"""What it is."""',
        'raise ValueError("a question is asked by answers alone")',
        'assert_that(x); assert x, "the store is open"',
        'LOG.warning("the index of %s is missing", name)',
        're.compile(r"[a-z]+ or [a-z]+")',
        'connection.execute(text("SELECT id FROM answer WHERE item = :item"))',
        "Check(\"status IN ('open', 'done')\")",
        'parser.add_argument("--data", metavar="A FOLDER")',
        'st.button(label, icon=":material/arrow_forward:", key="next")',
        'st.html(f\'<p class="cosmos-note cosmos-wide" data-left="{left}">{words}</p>\')',
        'style = "margin: 0 auto; padding: 0"',
        'path = f"M {x} {y} L 10 10 Z"',
        'st.html("<style>p { margin: 0 auto; }</style>")',
        'words["the key of a table"]',
        "elements.note(texts.SAVED())",
    ],
)
def test_what_nobody_reads_is_passed_over(line):
    assert not list(words_in_python(line))


@pytest.mark.parametrize(
    ("ending", "source"),
    [
        (".html", "<title>{{ title }}: something to talk about</title>"),
        (".html", '<nav aria-label="In this report"></nav>'),
        (".typ", "#text(fill: soft)[Page one of two]"),
        (".typ", '#let head = "In this report"'),
        (".js", 'banner.textContent = "The connection is lost.";'),
        (".js", "clock.textContent = `${minutes} minutes left`;"),
        (".css", '.first::before { content: "One moment …"; }'),
    ],
)
def test_words_of_templates_are_found(ending, source):
    assert list(words_in_template(source, ending))


@pytest.mark.parametrize(
    ("ending", "source"),
    [
        (".html", '{% for one in document.notes %}<p class="source wide">{{ one.text }}</p>{% endfor %}'),
        (".typ", "// How a report looks on paper.\n#let small(words) = block(below: 1em)[#words #form.title]"),
        (".js", "// Moves the focus to the heading.\nconst key = `.${cosmos.key}-${name} :is(input, button)`;"),
        (".css", "/* Of the wall. */ .cosmos-said::before { content: '✓ '; margin: 0 auto; }"),
    ],
)
def test_templates_without_words_are_passed_over(ending, source):
    assert not list(words_in_template(source, ending))
