"""Problems of conditions and rule tables: what they compare, what they wait for, whether they can be true."""

from collections.abc import Iterable, Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.wording import Wording
from models.problems import AnswerState

_NO_FIT = Text('"{operator}" does not fit "{item}", a {kind} item, as it stands.')
_NO_ANSWER = Text('"{option}" is not an answer to "{item}".')
_ALWAYS = Text("This is true whenever everything it names has a value.")

CONDITIONS: Mapping[str, Wording] = {
    "operator-mismatch.kind": Wording(_NO_FIT, Text("Use one of {known}.")),
    "operator-mismatch.number": Wording(_NO_FIT, Text("Use one of {known} with a number.")),
    "unknown-option.answer": Wording(_NO_ANSWER, Text("Use one of {known}.")),
    "unknown-option.in-quotes": Wording(_NO_ANSWER, Text("Write it without quotes. Use one of {known}.")),
    "unknown-option.without-quotes": Wording(_NO_ANSWER, Text("Write it in quotes. Use one of {known}.")),
    "self-reference": Wording(
        Text('"{item}" waits for its own answer, so it is never shown.'),
        Text("Name an earlier item, or drop the condition."),
    ),
    "forward-reference": Wording(
        Text('"{item}" waits for "{other}", which is asked later.'),
        Text('Move "{other}" before it, or name an earlier item.'),
    ),
    "core-behind-full": Wording(
        Text('The short form asks "{item}" but not "{other}", for which it waits.'),
        Text('Make "{other}" core too, or "{item}" not.'),
    ),
    "cycle": Wording(
        Text("These items wait for each other, so none can come first: {path}."),
        Text("Let one of them be shown without the other."),
    ),
    "too-complex": Wording(
        Text("The conditions hang together in too many ways to be checked."),
        Text("Simplify: name fewer items, or ask a question whose answer says what these say together."),
    ),
    "never-shown": Wording(
        Text('No way through the form shows "{item}": other conditions hide what it waits for.'),
        Text("Follow the conditions of the items it names, and loosen one."),
    ),
    "never-shown.families": Wording(
        Text('Nobody in any family of roles is asked both "{item}" and what it waits for.'),
        Text("Follow the conditions of the items it names, and let `asked_of` of one name a family of the other."),
    ),
    "never-true": Wording(
        Text("No answers make this true."),
        Text("Look for parts that exclude each other, or for a bound out of reach."),
    ),
    "always-true.shows": Wording(
        _ALWAYS,
        Text(
            "It only hides the item from people who gave no value; drop it, or use `not_given` or `answered` false "
            "if that is meant."
        ),
    ),
    "always-true.raises": Wording(
        _ALWAYS, Text("Name the answers that should raise the factor; all factors can be browsed anyway.")
    ),
    "rule-table-not-total.no-table": Wording(
        Text('"{dimension}" has no table, so it never has a score.'), Text("Add one, or drop the dimension.")
    ),
    "rule-table-not-total.no-row": Wording(
        Text("These answers find no row: {states}."), Text("Add a row for them, or a last row without `when`.")
    ),
}
"""The sentences of each message about conditions and rule tables."""

STATES: Mapping[str, Text] = {
    "is": Text("{item} is {value}"),
    "given": Text("{item} is given"),
    "no-value": Text("{item} has no value"),
    "very-large": Text("{item} is very large"),
    "very-small": Text("{item} is very small"),
    "ticked": Text("{item} includes {value}"),
    "not-ticked": Text("{item} does not include {value}"),
}
"""What an answer is in a case that a rule table leaves out, by ``AnswerState.kind``."""


def states(answers: Iterable[AnswerState]) -> str:
    """What the answers are in a case that a rule table leaves out."""
    return "; ".join(STATES[answer.kind](item=answer.item, value=answer.value) for answer in answers)
