"""Which texts the app has, and where its modules name, call and join them, as far as their source shows it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "cosmos_app" / "texts"


@dataclass(frozen=True)
class Module:
    """A module of the app, with what it can call texts by.

    Attributes:
        name: Dotted, from ``cosmos_app`` on.
        names: The texts it has by name, each with the module and the name they are defined under.
        aliases: The modules of texts it has by name.
    """

    name: str
    tree: ast.Module
    names: dict[str, tuple[str, str]]
    aliases: dict[str, str]

    def text(self, node: ast.AST) -> tuple[str, str] | None:
        """The module and the name of the text, or table of texts, that an expression names."""
        match node:
            case ast.Name(id=name) if name in self.names:
                return _home(*self.names[name])
            case ast.Attribute(value=ast.Name(id=alias), attr=name) if alias in self.aliases:
                return _home(self.aliases[alias], name)
            case _:
                return None


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the app."""
    return tuple(_module(path) for path in sorted((ROOT / "cosmos_app").rglob("*.py")))


@cache
def defined() -> dict[tuple[str, str], ast.expr]:
    """What each name of a module of texts is defined as, where that holds texts."""
    return {
        (module.name, name): value
        for module in modules()
        if module.name.startswith("cosmos_app.texts")
        for name, value in _constants(module.tree)
        if any(_is_text(node) for node in ast.walk(value))
    }


def used() -> set[tuple[str, str]]:
    """The texts that some module names where it does not define them."""
    return {
        text
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute)
        and isinstance(node.ctx, ast.Load)
        and (text := module.text(node)) is not None
    }


def calls() -> Iterator[tuple[str, int, ast.Call, list[ast.Call]]]:
    """Every call of a text by name: the module, the line, the call, and the texts it may be the call of.

    A call of an entry of a table, ``TABLE[key](…)``, may be of any text in it.
    """
    for module in modules():
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call):
                continue
            of_table = isinstance(node.func, ast.Subscript)
            text = module.text(node.func.value if of_table else node.func)
            value = defined().get(text) if text is not None else None
            if value is None:
                continue
            texts = [value] if _is_text(value) else _entries(value, node.func.slice) if of_table else []
            if texts and all(map(_is_text, texts)):
                yield module.name, node.lineno, node, texts


def placeholders(text: ast.Call) -> set[str]:
    """What a text asks to be filled in; the number of a Plural apart."""
    sentences = [argument.value for argument in text.args]
    names = {name for sentence in sentences for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    return names - {"n"} if is_plural(text) else names


def is_plural(text: ast.Call) -> bool:
    """Whether a text changes with a number."""
    return text.func.id == "Plural"


def glued() -> Iterator[tuple[str, int]]:
    """Where a text is put together with another, or with a piece of one: the module and the line."""
    for module in modules():
        for node in ast.walk(module.tree):
            if _is_glue(node, module):
                yield module.name, node.lineno


def called_at_import() -> Iterator[tuple[str, int]]:
    """Where a text is called, or a table of them put in words, when a module is imported: the module and the line."""
    for module in modules():
        for node in _at_import(module.tree):
            if isinstance(node, ast.Call) and (
                module.text(node.func) in defined() or getattr(node.func, "id", "") == "in_words"
            ):
                yield module.name, node.lineno


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs when a module is imported; screens are scripts, so they run when they are shown."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _at_import(child)


def _is_glue(node: ast.AST, module: Module) -> bool:
    def is_call(part: ast.AST) -> bool:
        return isinstance(part, ast.Call) and module.text(part.func) in defined()

    match node:
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return (is_call(left) or is_call(right)) and not (_is_markup(left) or _is_markup(right))
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(between)), attr="join"), args=[parts]):
            several = isinstance(parts, ast.Tuple | ast.List) and sum(map(is_call, parts.elts)) > 1
            return several and not between.strip()
        case ast.JoinedStr(values=parts):
            texts = [isinstance(part, ast.FormattedValue) and is_call(part.value) for part in parts]
            return any(
                one and other and (between is None or not between.strip())
                for one, between, other in _neighbours(parts, texts)
            )
        case _:
            return False


def _is_markup(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and not re.sub(r"<[^<>]*>", "", node.value)


def _neighbours(parts: list[ast.expr], texts: list[bool]) -> Iterator[tuple[bool, str | None, bool]]:
    """Two values of an f-string that follow each other, with what stands between them."""
    for at, part in enumerate(parts[:-1]):
        if not isinstance(part, ast.FormattedValue):
            continue
        if isinstance(parts[at + 1], ast.FormattedValue):
            yield texts[at], None, texts[at + 1]
        elif at + 2 < len(parts):
            yield texts[at], parts[at + 1].value, texts[at + 2]


def _home(module: str, name: str) -> tuple[str, str]:
    """Where a name is defined that a package may only hand on."""
    for imported in (one for one in modules() if one.name == module):
        if name in imported.names and imported.names[name] != (module, name):
            return _home(*imported.names[name])
    return module, name


def _module(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    names = {own: (name, own) for own, _ in _constants(tree)} if TEXTS in path.parents else {}
    aliases = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cosmos_app.texts"):
            for imported in node.names:
                file = ROOT.joinpath(*node.module.split("."), imported.name)
                if file.with_suffix(".py").exists() or file.is_dir():
                    aliases[imported.asname or imported.name] = f"{node.module}.{imported.name}"
                else:
                    names[imported.asname or imported.name] = (node.module, imported.name)
    return Module(name=name, tree=tree, names=names, aliases=aliases)


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                yield from ((target.id, value) for target, value in zip(targets, values, strict=True))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Text", "Plural"}


def _entries(table: ast.expr, key: ast.expr) -> list[ast.expr]:
    """The entries of a table that a key may stand for."""
    match table, key:
        case ast.Dict(keys=keys, values=values), ast.Constant(value=wanted):
            same = [isinstance(one, ast.Constant) and one.value == wanted for one in keys]
            return [value for value, yes in zip(values, same, strict=True) if yes]
        case ((ast.Dict(values=values) | ast.Tuple(elts=values)), _):
            return values
        case _:
            return []
