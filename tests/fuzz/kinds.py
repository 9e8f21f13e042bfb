"""The kinds of input: how each is made, what it is given to, and with which exit codes that may end."""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random

import typed
from containers import as_csv, as_parquet, mutated_rows, mutated_zip
from mutations import json_bytes, mutated_bytes, mutated_json, pick
from planted import PLANTED
from seeds import Seeds, answers

from cosmos_app.cli.main import main
from cosmos_app.content.loader import check_paths
from cosmos_app.settings import QUESTIONNAIRES


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of input.

    Attributes:
        make: Writes an input into the present folder; gives the arguments of the command.
        contract: The exit codes that the command may give.
        share: How many of its inputs are tried when it is its turn: more where they take less time.
        run: What takes the arguments, and gives the exit code.
    """

    make: Callable[[Random, Seeds], Sequence[str]]
    contract: frozenset[int] = frozenset({0, 1})
    share: int = 1
    run: Callable[[Sequence[str]], int] = main


def _check(chance: Random, seeds: Seeds) -> Sequence[str]:
    names = []
    for _ in range(chance.choice((1, 1, 1, 2))):
        name = pick(chance, sorted(seeds.definitions))
        # A catalogue counts for its folder by its name alone.
        plain = name.removeprefix("questionnaires-") if chance.random() < 0.7 else name
        Path(plain).write_bytes(_definition(chance, seeds, seeds.definitions[name]))
        names.append(plain)
    more = chance.choice(([], [], ["--format", "json"], ["--strict"]))
    return ["check", *(["."] if chance.random() < 0.3 else dict.fromkeys(names)), *more]


def _definition(chance: Random, seeds: Seeds, body: bytes) -> bytes:
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return mutated_bytes(chance, body)
    if chance.random() < 0.1:
        return mutated_bytes(chance, body)
    return json_bytes(chance, mutated_json(chance, document, seeds.sound))


def _diff(chance: Random, seeds: Seeds) -> Sequence[str]:
    document = pick(chance, seeds.sound)
    is_old_changed = chance.random() < 0.2
    old = json_bytes(chance, mutated_json(chance, document)) if is_old_changed else json.dumps(document).encode()
    Path("old.json").write_bytes(old)
    Path("new.json").write_bytes(json_bytes(chance, mutated_json(chance, document, seeds.sound)))
    return ["diff", "old.json", "new.json", *chance.choice(([], ["--format", "json"]))]


def _answers(chance: Random, seeds: Seeds) -> tuple[str, str]:
    """The names of a questionnaire, sound as a rule, and of an answer file for it."""
    document = pick(chance, seeds.sound)
    definition, sound = Path("questionnaire.json"), json.dumps(document).encode()
    definition.write_bytes(sound)
    rows = answers(chance, definition)
    if chance.random() < 0.1:
        definition.write_bytes(json_bytes(chance, mutated_json(chance, document, seeds.sound)))
    if chance.random() < 0.05:
        name = pick(chance, sorted(seeds.tables))
        Path(name).write_bytes(mutated_bytes(chance, seeds.tables[name]))
        return definition.name, name
    if chance.random() < 0.5:
        rows = mutated_rows(chance, rows)
    write, name = chance.choice(((as_csv, "answers.csv"), (as_parquet, "answers.parquet")))
    body = write(chance, rows)
    if chance.random() < 0.03:
        name = chance.choice(("answers.json", "answers.xlsx", "answers.CSV", "answers", "answers.sav", "answers.csv"))
    Path(name).write_bytes(body)
    return definition.name, name


def _score(chance: Random, seeds: Seeds) -> Sequence[str]:
    return ["score", *_answers(chance, seeds), *chance.choice(([], ["-o", "scores.csv"]))]


def _summarise(chance: Random, seeds: Seeds) -> Sequence[str]:
    by = chance.choice(([], ["--by", "role"], ["--by", "site"], ["--by", "wave"], ["--by", "site,wave"]))
    return ["summarise", *_answers(chance, seeds), *by, *chance.choice(([], ["--k", "3"]))]


def _import(chance: Random, seeds: Seeds) -> Sequence[str]:
    Path("bundle.json").write_bytes(
        json_bytes(chance, mutated_json(chance, pick(chance, seeds.bundles), seeds.bundles))
    )
    _store(seeds)
    return ["import", "bundle.json", "--data", "data"]


def _restore(chance: Random, seeds: Seeds) -> Sequence[str]:
    Path("backup.zip").write_bytes(mutated_zip(chance, pick(chance, seeds.backups)))
    Path("data").mkdir()
    return ["restore", "backup.zip", "--data", "data"]


def _typed(chance: Random, seeds: Seeds) -> Sequence[str]:
    place = pick(chance, sorted(typed.TAKEN))
    Path("typed.json").write_text(json.dumps({"place": place, "texts": typed.texts(chance)}), encoding="utf-8")
    _store(seeds)
    return ["typed.json"]


def _store(seeds: Seeds) -> None:
    Path("data").mkdir()
    shutil.copyfile(seeds.store, Path("data", "cosmos.sqlite3"))


KINDS: Mapping[str, Kind] = {
    "check": Kind(make=_check, share=6),
    "diff": Kind(make=_diff, contract=frozenset({0, 1, 2})),
    "score": Kind(make=_score),
    "summarise": Kind(make=_summarise),
    "import": Kind(make=_import, share=4),
    "restore": Kind(make=_restore, share=2),
    "typed": Kind(make=_typed, contract=frozenset({0}), run=typed.run),
}
"""Every kind of input, by the name of its command."""

PLANTED_KINDS: Mapping[str, Kind] = {
    name: Kind(make=lambda _chance, _seeds: [], run=run) for name, run in PLANTED.items()
}
"""Programs that are broken on purpose; they run only if they are asked for."""


def warm() -> None:
    """Import and read once what otherwise each input's process would import and read again."""
    for name in ("backup", "check", "diff", "import_", "score", "summarise"):
        import_module(f"cosmos_app.cli.commands.{name}")
    import_module("alembic.command")
    check_paths([QUESTIONNAIRES])
