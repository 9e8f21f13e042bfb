"""What a document says is there and is not: paths, names, steps of a walk, commands, options, tests, links."""

import ast
import re
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cosmos_app.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
FOLDERS = ("models", "cosmos_app", "questionnaires", "tests", ".ci", ".github")
ENDINGS = {".py", ".json", ".toml", ".css", ".js", ".typ", ".html", ".twelves", ".mako", ".md", ".yml", ".yaml", ""}
HTTP = {"X-Forwarded-Proto", "X-Forwarded-For", "Secure", "HttpOnly", "SameSite"}
ELSEWHERE = {*HTTP, ".streamlit/config.toml", ".venv/bin/cosmos", ".venv\\Scripts\\cosmos"}
"""What documents name that is not ours."""

LIARS = ROOT / "tests/test_documents.py"
"""Holds names that are not there, to see that they are found."""

FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
NAMED_IN = re.compile(r"((?:`\w+`(?:, | and | or ))*`\w+`) (?:in|of) `([\w./-]+)`")
FILE = re.compile(r"[\w./<>*-]+\.(?:py|json|toml|css|js|typ|html|md)")
STEP = re.compile(r"([\w./-]+\.\w+):([\w.]+)")
COMMAND = re.compile(r"(?:^|/|\s)cosmos (\w+)(.*)")
SCRIPT = re.compile(r"python (\S+\.py)(.*)")
VARIABLE = re.compile(r"(?:^|\s)([A-Z_]+)=")
OPTION = re.compile(r"(?<![\w-])--[a-z][\w-]*")


def lies(text: str, document: Path) -> list[str]:
    """What *text* names that is not there.

    Args:
        text: Markdown.
        document: Where it stands; links start from its folder.
    """
    blocks, prose = FENCE.findall(text), FENCE.sub("", text)
    prose = re.sub(r"<!--.*?-->", "", prose, flags=re.DOTALL)
    spans = [" ".join(span.split()) for span in SPAN.findall(prose)]
    found = [lie for block in blocks for line in block.splitlines() for lie in _of_command_line(line)]
    found += [lie for span in spans for lie in _of_span(span, document)]
    found += [lie for names, path in NAMED_IN.findall(prose) for lie in _of_names(SPAN.findall(names), path)]
    found += [lie for target in LINK.findall(text) for lie in _of_link(target, document)]
    return found


def _of_span(span: str, document: Path) -> Iterator[str]:
    """A span of code is a command, an option, a step of a walk, a path, or a name that the code knows."""
    if span in ELSEWHERE:
        return
    if span.startswith("--"):
        option = span.split(maxsplit=1)[0]
        if option not in _every_option() | _of_scripts(document.parent):
            yield f"no option {option}"
    elif " " in span:
        yield from _of_command_line(span)
        yield from (f"no name {name}" for name in re.findall(r"\w+", span)[:1] if not _occurs(name))
    elif step := STEP.fullmatch(span):
        yield from _of_step(*step.groups())
    elif _is_path(span):
        yield from _of_path(span)
    elif re.fullmatch(r"(models|cosmos_app)(\.\w+)+", span):
        yield from _of_path(f"{span.replace('.', '/')}.py", f"{span.replace('.', '/')}/__init__.py")
    elif re.fullmatch(r"[\w./-]+", span):
        if not _occurs(span):
            yield f"no name {span}"
    else:
        yield from (f"no name {name}" for name in re.findall(r"\w+", span) if not _occurs(name))


def _is_path(span: str) -> bool:
    return span.split("/", maxsplit=1)[0] in FOLDERS or bool(FILE.fullmatch(span))


def _of_path(*paths: str) -> Iterator[str]:
    if not any(_files(path) for path in paths):
        yield f"no path {paths[0]}"


def _files(path: str) -> list[Path]:
    """The files and folders that a path stands for; one without a folder is found anywhere."""
    pattern = re.sub(r"<\w+>", "*", path).rstrip("/")
    rooted = pattern.split("/")[0] in FOLDERS
    found = [*ROOT.glob(pattern)] or ([] if rooted else [one for one in _sources() if _ends_in(one, pattern)])
    return [one for one in found if one.is_dir() or not path.endswith("/")]


def _ends_in(file: Path, pattern: str) -> bool:
    return f"/{file.relative_to(ROOT).as_posix()}".endswith(f"/{pattern}")


def _of_step(path: str, name: str) -> Iterator[str]:
    files = _files(path)
    if not files:
        yield f"no path {path}"
    elif not any(name in _defined(file) for file in files):
        yield f"no {name} in {path}"


def broken_steps(walk: str) -> list[str]:
    """The steps of a walk that none of those before them in the same list leads to."""
    broken = []
    for part in re.findall(r"^\d+\. .*?(?=\n\n|\Z)", walk, re.DOTALL | re.MULTILINE):
        known: frozenset[str] = frozenset()
        for path, name in re.findall(r"`([\w./]+\.py)(?::([\w.]+))?`", part):
            if known and name and not known.intersection(name.split(".")):
                broken.append(f"{path}:{name}")
            known |= _mentioned(ROOT / path, name)
    return broken


@cache
def _mentioned(file: Path, name: str) -> frozenset[str]:
    """What a function of a module mentions, by itself or through what else stands in the module; "" is all of it."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parts = {one: node for node in tree.body for one in _definitions([node]) if "." not in one}
    seen, ahead = set(), [name.split(".", maxsplit=1)[0]] if name else [*parts]
    mentioned: set[str] = set()
    while ahead:
        if (here := ahead.pop()) in seen or here not in parts:
            continue
        seen.add(here)
        names = {one.id for one in ast.walk(parts[here]) if isinstance(one, ast.Name)}
        mentioned |= names | {one.attr for one in ast.walk(parts[here]) if isinstance(one, ast.Attribute)}
        ahead += names
    return frozenset(mentioned) | (frozenset() if name else _names_of(tree))


def _names_of(tree: ast.Module) -> frozenset[str]:
    names = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
    return frozenset(names | {one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)})


def _of_names(names: list[str], path: str) -> Iterator[str]:
    if not _is_path(path):
        return
    files = [inside for file in _files(path) for inside in (file.rglob("*.*") if file.is_dir() else [file])]
    for name in names:
        if not any(name in _defined(file) for file in files):
            yield f"no {name} in {path}"


@cache
def _defined(file: Path) -> frozenset[str]:
    """What a module defines, methods as ``Class.method``; of any other file every word in it."""
    if file.suffix != ".py":
        return (
            frozenset(re.findall(r"\w+", file.read_text(encoding="utf-8"))) if file.suffix in ENDINGS else frozenset()
        )
    return frozenset(_definitions(ast.parse(file.read_text(encoding="utf-8")).body))


def _definitions(body: list[ast.stmt], inside: str = "") -> Iterator[str]:
    for node in body:
        match node:
            case ast.ClassDef(name=name):
                yield f"{inside}{name}"
                yield from _definitions(node.body, f"{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield f"{inside}{name}"
            case ast.Assign(targets=targets):
                for target in targets:
                    yield from (f"{inside}{one.id}" for one in ast.walk(target) if isinstance(one, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield f"{inside}{name}"


def _of_command_line(line: str) -> Iterator[str]:
    if command := COMMAND.search(line):
        name, rest = command.groups()
        if name not in COMMANDS:
            yield f"no command cosmos {name}"
        else:
            yield from (f"no option {option} of cosmos {name}" for option in _options(rest) - _options_of(name))
    if script := SCRIPT.search(line):
        path, rest = script.groups()
        known = _of_scripts(Path(path).parent)
        yield from _of_path(path)
        yield from (f"no option {option} of {path}" for option in _options(rest) - known)
    yield from (f"no name {name}" for name in VARIABLE.findall(line) if not _occurs(name))
    for word in line.split():
        path = word.strip("(),;").partition("::")[0]
        if path.split("/")[0] in FOLDERS and "/" in path:
            yield from _of_path(path)


def _options(text: str) -> set[str]:
    short = re.findall(r"(?<![\w-])-[a-z](?![\w-])", text)
    return {*OPTION.findall(text), *short}


@cache
def _options_of(command: str) -> frozenset[str]:
    parser = ArgumentParser()
    COMMANDS[command].arguments(parser)
    return frozenset(_options(parser.format_help()))


def _every_option() -> frozenset[str]:
    return frozenset().union(*map(_options_of, COMMANDS))


def _of_scripts(folder: Path) -> frozenset[str]:
    """The options that the scripts in a folder know."""
    scripts = (ROOT / folder).rglob("*.py") if folder.name == "bench" else ()
    texts = [script.read_text(encoding="utf-8") for script in scripts]
    return frozenset(option for text in texts for option in re.findall(r'add_argument\("(--[\w-]+)"', text))


def _of_link(target: str, document: Path) -> Iterator[str]:
    if "://" in target:
        return
    path, _, heading = target.partition("#")
    file = (document.parent / path).resolve() if path else document
    if not file.exists():
        yield f"no file {target}"
    elif heading and heading not in map(
        _anchor, re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    ):
        yield f"no heading {target}"


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


def _occurs(name: str) -> bool:
    """Whether a name stands in the code, the data or the settings, be it as a word or as part of a text."""
    return all(part in _words() for part in name.split(".")) or bool(
        re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", _every_text())
    )


@cache
def _sources() -> tuple[Path, ...]:
    files = [file for folder in FOLDERS[:5] for file in (ROOT / folder).rglob("*") if "__pycache__" not in file.parts]
    kept = [file for file in files if file.is_file() and file.suffix in ENDINGS - {".md"} and file != LIARS]
    return (*kept, ROOT / "pyproject.toml", ROOT / "README.md", ROOT / "LICENSE")


@cache
def _every_text() -> str:
    documents = {".md", ""}
    return "\n".join(
        file.read_text(encoding="utf-8", errors="replace") for file in _sources() if file.suffix not in documents
    ) + (ROOT / ".ci/run").read_text(encoding="utf-8")


@cache
def _words() -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _every_text()))


def layers(container: str) -> list[str]:
    """The layers of a package from top to bottom, as import-linter holds them; those of one height one by one."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    held = next(contract["layers"] for contract in contracts if contract.get("containers") == [container])
    return [name for layer in held for name in layer.split(" | ")]
