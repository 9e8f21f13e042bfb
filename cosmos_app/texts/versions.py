"""Words about versions of a questionnaire: what was changed, what that asks of its number, what still compares."""

from collections.abc import Mapping

from models.edit_kinds import Needed

EDITS_TOLD: Mapping[str, str] = {
    "wording": "{what}: {part} is worded anew",
    "order": "{what}: {part} stand in another order",
    "id": "the questionnaire has another id",
    "level": "the questionnaire looks at another level",
    "language": "the questionnaire is in another language",
    "minutes": "the questionnaire: other minutes for the {part} form",
    "rule": "the questionnaire: answers become scores by another rule",
    "source-added": "{what}: a new source",
    "source-removed": "{what}: the source is gone",
    "scale-added": "{what}: a new scale",
    "scale-removed": "{what}: the scale is gone",
    "points": "{what}: other points on the scale, or other words for them",
    "listed": '{what}: "{part}" now lists {after}',
    "unlisted": '{what}: "{part}" no longer lists {before}',
    "when": "{what}: is raised by something else",
    "section-added": "{what}: a new section",
    "section-removed": "{what}: the section is gone",
    "mode": "{what}: the section is answered in another way, alone or together",
    "dimension-added": "{what}: a new dimension",
    "dimension-removed": "{what}: the dimension is gone",
    "dimension-renamed": "{what}: probably a dimension under another id. Give it the old id back, and it compares",
    "min-answered": "{what}: another share must be answered for a score",
    "table": "{what}: other rows in its rule table",
    "item-added": "{what}: a new question",
    "item-removed": "{what}: the question is gone",
    "item-renamed": "{what}: probably a question under another id. Give it the old id back, and its answers compare",
    "item-moved": "{what}: stands in another section",
    "mode-of-item": "{what}: is answered in another way, alone or together",
    "kind": "{what}: another kind of answer",
    "scale": "{what}: takes its choices from another scale",
    "option-added": "{what}: a new choice, {part}",
    "option-removed": "{what}: a choice is gone, {part}",
    "option-score": "{what}: the choice {part} is worth something else",
    "weight": "{what}: another weight in {part}",
    "weighs": "{what}: now counts in {part}",
    "weighs-not": "{what}: no longer counts in {part}",
    "reverse": "{what}: its direction is turned round",
    "into-short": "{what}: is now in the short form too",
    "out-of-short": "{what}: is no longer in the short form",
    "asked-of": "{what}: other people are asked",
    "condition": "{what}: is asked under another condition",
    "unit": "{what}: another unit",
    "limits-wider": "{what}: more can be entered",
    "limits-narrower": "{what}: less can be entered",
    "places": "{what}: places people on maps in another way",
    "same-since": "{what}: says since when it has meant the same",
}
"""What was changed, by code of an edit; ``what`` is the id of an item, a dimension or the like."""

WHOLE_TOLD = "the questionnaire"
FROM_TO = "    was: {before}\n    now: {after}"
NOTHING_HERE = "(nothing)"

REASONS_TOLD: Mapping[str, str] = {
    "other-questionnaire": "It belongs to another questionnaire.",
    "added": "It is new in the newer form.",
    "removed": "It is gone from the newer form.",
    "renamed": "It has another id by now, so what was said then can't be found.",
    "kind": "It takes another kind of answer by now.",
    "choices": "There is more, or less, to choose from by now.",
    "unit": "It is counted in another unit by now.",
    "asked-of": "It is asked of other people by now.",
    "condition": "It is asked under another condition by now.",
    "wording": "Its words changed, and nobody said that they mean the same.",
    "depth": "One of the workshops took the short form, which does not ask it.",
    "condition-item": "It depends on a question that can't be compared.",
    "no-item": "None of its questions can be compared.",
    "table": "Its score depends on a question that can't be compared.",
    "only-figures": "Only figures were shared, and they were computed in another way.",
}
"""Why something can't be compared; a sentence by code of ``versions.REASONS``."""

NEEDED_TOLD: Mapping[Needed, str] = {
    "none": "Nothing has changed, so the version may stay {old}.",
    "patch": "Only words have changed. Number it {least} or higher if they mean the same. "
    "If they mean something else, raise the first number.",
    "minor": "Something was added, and nothing means anything else. Number it {least} or higher.",
    "major": "A meaning or a score changed, or something is gone. Number it {least} or higher.",
}
ENOUGH_TOLD = "It says {new}, which is right."
TOO_LOW_TOLD = "It says {new}, which is too low."

CHANGES_TOLD = "What changed"
NO_CHANGES_TOLD = "Nothing changed."
NOT_ASKED_TOLD = "The files differ, but in nothing that is asked, shown or computed."
COMPARES_TOLD = "What still compares, if both are scored by the newer"
NOTHING_COMPARES_TOLD = "Nothing compares."
COUNTS_TOLD = "{title}: {common} of {all} questions"
LOST_TOLD = "What no longer compares, and why"
REWORDED_TOLD = "In other words, and taken to mean the same: {items}"
SAME_SINCE_HINT = (
    'If a question means the same in other words, say so in it, and it compares again: "same_since": "{old}".'
)
TWO_QUESTIONNAIRES = "{old} and {new} are two questionnaires, not two versions of one. Give two files with the same id."
