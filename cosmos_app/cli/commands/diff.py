"""``cosmos diff``: say what changed between two versions of a questionnaire, and which comparisons survive."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cosmos_app.cli.commands.output import as_json_rows, tell, tell_usage
from cosmos_app.content.loader import read_questionnaire
from cosmos_app.texts import versions as words
from models.definition import Questionnaire
from models.edit_kinds import Edit
from models.problems import InvalidDefinitionError, Problem
from models.versions import Differences, Shared, differences


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
            tell(problems)
        return 1
    before, after = read
    if before.id != after.id:
        return tell_usage(words.TWO_QUESTIONNAIRES.format(old=before.id, new=after.id))
    found = differences(before, after)
    if as_json:
        print(json.dumps(_json(before, after, found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_told(before, after, found, is_alike=_plain(old) == _plain(new))))
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
        "lost": [asdict(one) for one in common.lost],
    }


def _plain(path: Path) -> dict[str, Any]:
    """A definition as it stands in its file, but for what says which version it is."""
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8-sig"))
    return {key: body for key, body in document.items() if key not in ("$schema", "version")}


def _told(old: Questionnaire, new: Questionnaire, found: Differences, *, is_alike: bool) -> Iterator[str]:
    yield f"{old.id} {old.version} → {new.id} {new.version}"
    yield ""
    if found.edits:
        yield f"{words.CHANGES_TOLD}:"
    else:
        yield words.NO_CHANGES_TOLD if is_alike else words.NOT_ASKED_TOLD
    for edit in found.edits:
        yield from _edit(edit)
    yield ""
    said = words.ENOUGH_TOLD if found.is_enough else words.TOO_LOW_TOLD
    needed = words.NEEDED_TOLD[found.needed].format(old=old.version, least=found.least)
    yield f"{needed} {said.format(new=new.version)}" if found.edits or not found.is_enough else needed
    yield ""
    yield from _compares(old, new, found.shared)


def _edit(edit: Edit) -> Iterator[str]:
    what = edit.subject or words.WHOLE_TOLD
    told = words.EDITS_TOLD[edit.code].format(what=what, part=edit.part, before=edit.before, after=edit.after)
    yield f"  {told}. [{edit.needed}]"
    if edit.before or edit.after:
        before, after = (" ".join(text.split()) or words.NOTHING_HERE for text in (edit.before, edit.after))
        yield words.FROM_TO.format(before=before, after=after)


def _compares(old: Questionnaire, new: Questionnaire, common: Shared) -> Iterator[str]:
    yield f"{words.COMPARES_TOLD}:" if common.dimensions else words.NOTHING_COMPARES_TOLD
    for name, (n, every) in common.dimensions.items():
        yield f"  {words.COUNTS_TOLD.format(title=new.dimension(name).title, common=n, all=every)}"
    if common.reworded:
        yield f"  {words.REWORDED_TOLD.format(items=', '.join(common.reworded))}"
    if common.lost:
        yield f"{words.LOST_TOLD}:"
    for one in common.lost:
        yield f"  {one.id}: {words.REASONS_TOLD[one.why]}"
    if any(one.why == "wording" for one in common.lost):
        yield f"  {words.SAME_SINCE_HINT.format(old=old.version)}"
