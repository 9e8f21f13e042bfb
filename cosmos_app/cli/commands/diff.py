"""``cosmos diff``: print what changed between two versions of a questionnaire, and which comparisons survive."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cosmos_app.cli.commands.output import as_json_rows, print_problems, usage_error
from cosmos_app.content.loader import read_questionnaire
from cosmos_app.texts import versions as texts
from cosmos_app.texts.message import paragraph
from models.comparability import Shared
from models.definition import Questionnaire
from models.edit_kinds import Edit
from models.problems import InvalidDefinitionError, Problem
from models.versions import Differences, differences


def run(old: Path, new: Path, *, as_json: bool) -> int:
    """Compare two files and print every difference.

    Returns:
        0; 1 if the newer is numbered too low for what changed, or if a file has problems; 2 if they are no two
        versions of one questionnaire.
    """
    read: list[Questionnaire] = []
    problems: list[Problem] = []
    for path in (old, new):
        try:
            read.append(read_questionnaire(path))
        except InvalidDefinitionError as error:
            problems += error.problems
    if problems:
        if as_json:
            print(as_json_rows(problems))
        else:
            print_problems(problems)
        return 1
    before, after = read
    if before.id != after.id:
        return usage_error(texts.TWO_QUESTIONNAIRES(old=before.id, new=after.id))
    found = differences(before, after)
    if as_json:
        print(json.dumps(_json(before, after, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_report(before, after, found, is_alike=_plain(old) == _plain(new))))
    return 0 if found.is_enough else 1


def _json(old: Questionnaire, new: Questionnaire, found: Differences) -> dict[str, Any]:
    common = found.shared
    return {
        "old": {"id": old.id, "version": old.version},
        "new": {"id": new.id, "version": new.version},
        "edits": [{**asdict(edit), "needed": edit.needed} for edit in found.edits],
        "needed": found.needed,
        "least_version": found.least,
        "is_enough": found.is_enough,
        "dimensions": {name: {"common": n, "all": every} for name, (n, every) in common.dimensions.items()},
        "items": list(common.items),
        "reworded": list(common.reworded),
        "lost": [asdict(lost) for lost in common.lost],
    }


def _plain(path: Path) -> dict[str, Any]:
    """A definition as it stands in its file, but for what says which version it is."""
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
    return {key: body for key, body in document.items() if key not in ("$schema", "version")}


def _report(old: Questionnaire, new: Questionnaire, found: Differences, *, is_alike: bool) -> Iterator[str]:
    """The lines to print; *is_alike* says whether the files differ in nothing but their version."""
    yield f"{old.id} {old.version} → {new.id} {new.version}"
    yield ""
    if found.edits:
        yield texts.CHANGES()
    else:
        yield texts.NO_CHANGES() if is_alike else texts.NOT_ASKED()
    for edit in found.edits:
        yield from _edit(edit)
    yield ""
    needed = texts.NEEDED_TEXTS[found.needed](old=old.version, least=found.least)
    verdict = texts.HIGH_ENOUGH if found.is_enough else texts.TOO_LOW
    yield paragraph(needed, verdict(new=new.version)) if found.edits or not found.is_enough else needed
    yield ""
    yield from _comparisons(old, new, found.shared)


def _edit(edit: Edit) -> Iterator[str]:
    subject = edit.subject or texts.QUESTIONNAIRE()
    sentence = texts.EDIT_TEXTS[edit.code](what=subject, part=edit.part, before=edit.before, after=edit.after)
    yield f"  {texts.EDIT(edit=sentence, needed=edit.needed)}"
    if edit.before or edit.after:
        before, after = (" ".join(text.split()) or texts.EMPTY() for text in (edit.before, edit.after))
        yield f"    {texts.BEFORE(text=before)}"
        yield f"    {texts.AFTER(text=after)}"


def _comparisons(old: Questionnaire, new: Questionnaire, common: Shared) -> Iterator[str]:
    yield texts.COMPARES() if common.dimensions else texts.NOTHING_COMPARES()
    for name, (n, every) in common.dimensions.items():
        yield f"  {texts.COUNTS(title=new.dimension(name).title, common=n, all=every)}"
    if common.reworded:
        yield f"  {texts.REWORDED(items=', '.join(common.reworded))}"
    if common.lost:
        yield texts.LOST()
    for lost in common.lost:
        yield f"  {texts.LOST_SUBJECT(id=lost.id, reason=texts.REASON_TEXTS[lost.why]())}"
    if any(lost.why == "wording" for lost in common.lost):
        yield f"  {texts.SAME_SINCE_HINT(old=old.version)}"
