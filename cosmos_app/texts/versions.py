"""Texts about versions of a questionnaire: what was changed, what that asks of its number, what still compares."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from models.edit_kinds import Needed

EDIT_TEXTS: Mapping[str, Text] = {
    "wording": Text("{what}: {part} is worded anew"),
    "order": Text("{what}: {part} stand in another order"),
    "id": Text("the questionnaire has another id"),
    "level": Text("the questionnaire looks at another level"),
    "language": Text("the questionnaire is in another language"),
    "minutes": Text("the questionnaire: other minutes for the {part} form"),
    "rule": Text("the questionnaire: answers become scores by another rule"),
    "source-added": Text("{what}: a new source"),
    "source-removed": Text("{what}: the source is gone"),
    "scale-added": Text("{what}: a new scale"),
    "scale-removed": Text("{what}: the scale is gone"),
    "points": Text("{what}: other points on the scale, or other words for them"),
    "listed": Text('{what}: "{part}" now lists {after}'),
    "unlisted": Text('{what}: "{part}" no longer lists {before}'),
    "when": Text("{what}: is raised by something else"),
    "section-added": Text("{what}: a new section"),
    "section-removed": Text("{what}: the section is gone"),
    "mode": Text("{what}: the section is answered in another way, alone or together"),
    "dimension-added": Text("{what}: a new dimension"),
    "dimension-removed": Text("{what}: the dimension is gone"),
    "dimension-renamed": Text(
        "{what}: probably a dimension under another id. Give it the old id back, and it compares"
    ),
    "min-answered": Text("{what}: another share must be answered for a score"),
    "table": Text("{what}: other rows in its rule table"),
    "item-added": Text("{what}: a new question"),
    "item-removed": Text("{what}: the question is gone"),
    "item-renamed": Text(
        "{what}: probably a question under another id. Give it the old id back, and its answers compare"
    ),
    "item-moved": Text("{what}: stands in another section"),
    "mode-of-item": Text("{what}: is answered in another way, alone or together"),
    "kind": Text("{what}: another kind of answer"),
    "scale": Text("{what}: takes its choices from another scale"),
    "option-added": Text("{what}: a new choice, {part}"),
    "option-removed": Text("{what}: a choice is gone, {part}"),
    "option-score": Text("{what}: the choice {part} is worth something else"),
    "weight": Text("{what}: another weight in {part}"),
    "weighs": Text("{what}: now counts in {part}"),
    "weighs-not": Text("{what}: no longer counts in {part}"),
    "reverse": Text("{what}: its direction is turned round"),
    "into-short": Text("{what}: is now in the short form too"),
    "out-of-short": Text("{what}: is no longer in the short form"),
    "asked-of": Text("{what}: other people are asked"),
    "condition": Text("{what}: is asked under another condition"),
    "unit": Text("{what}: another unit"),
    "limits-wider": Text("{what}: more can be entered"),
    "limits-narrower": Text("{what}: less can be entered"),
    "places": Text("{what}: places people on maps in another way"),
    "same-since": Text("{what}: says since when it has meant the same"),
}
"""What was changed, by code of an edit; ``what`` is the id of an item, a dimension or the like."""

QUESTIONNAIRE = Text("the questionnaire")
EDIT = Text("{edit}. [{needed}]")
BEFORE = Text("was: {text}")
AFTER = Text("now: {text}")
EMPTY = Text("(nothing)")

REASON_TEXTS: Mapping[str, Text] = {
    "other-questionnaire": Text("It belongs to another questionnaire."),
    "added": Text("It is new in the newer form."),
    "removed": Text("It is gone from the newer form."),
    "renamed": Text("It has another id by now, so what was said then can't be found."),
    "kind": Text("It takes another kind of answer by now."),
    "choices": Text("There is more, or less, to choose from by now."),
    "unit": Text("It is counted in another unit by now."),
    "asked-of": Text("It is asked of other people by now."),
    "condition": Text("It is asked under another condition by now."),
    "wording": Text("Its words changed, and nobody said that they mean the same."),
    "depth": Text("One of the workshops took the short form, which does not ask it."),
    "condition-item": Text("It depends on a question that can't be compared."),
    "no-item": Text("None of its questions can be compared."),
    "table": Text("Its score depends on a question that can't be compared."),
    "only-figures": Text("Only figures were shared, and they were computed in another way."),
}
"""Why something can't be compared; a sentence by code of ``comparability.REASONS``."""

NEEDED_TEXTS: Mapping[Needed, Text] = {
    "none": Text("Nothing has changed, so the version may stay {old}."),
    "patch": Text(
        "Only words have changed. Number it {least} or higher if they mean the same. "
        "If they mean something else, raise the first number."
    ),
    "minor": Text("Something was added, and nothing means anything else. Number it {least} or higher."),
    "major": Text("A meaning or a score changed, or something is gone. Number it {least} or higher."),
}
HIGH_ENOUGH = Text("It says {new}, which is right.")
TOO_LOW = Text("It says {new}, which is too low.")

CHANGES = Text("What changed:")
NO_CHANGES = Text("Nothing changed.")
NOT_ASKED = Text("The files differ, but in nothing that is asked, shown or computed.")
COMPARES = Text("What still compares, if both are scored by the newer:")
NOTHING_COMPARES = Text("Nothing compares.")
COUNTS = Text("{title}: {common} of {all} questions")
LOST = Text("What no longer compares, and why:")
LOST_SUBJECT = Text("{id}: {reason}")
REWORDED = Text("In other words, and taken to mean the same: {items}")
SAME_SINCE_HINT = Text(
    'If a question means the same in other words, say so in it, and it compares again: "same_since": "{old}".'
)
TWO_QUESTIONNAIRES = Text(
    "{old} and {new} are two questionnaires, not two versions of one. Give two files with the same id."
)
