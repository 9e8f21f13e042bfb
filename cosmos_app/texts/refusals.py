"""Why a step is not allowed: a sentence for every reason with which a step is refused."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from models.workshop import NotAllowedError

REFUSALS: Mapping[str, Text] = {
    "no-such-step": Text("A workshop that is {now} can't become {phase}. Possible now: {possible}."),
    "closed-for-good": Text("A workshop that is closed can't become {phase}. Possible now: nothing: it is closed."),
    "no-seat-then": Text(
        "This code leads to no seat in the workshop before this one. Look again, or leave it empty: you can join "
        "without."
    ),
    "no-third-round": Text("There is no third round. Possible now: agreed."),
    "sheet-without-number": Text("Write a number on the paper first, and type it here."),
    "sheet-number-taken": Text(
        "A sheet {label} is being typed in already. Give this paper another number, or go on with that one."
    ),
    "sheet-incomplete": Text("Something is missing on this sheet still. Type it in, or leave the rest blank."),
    "sheet-typings-differ": Text("The two typings differ still. Settle the differences first."),
}
"""Each reason of a ``NotAllowedError`` with what is said to the person."""


def refusal(error: Exception) -> str:
    """What is said to a person whose step was refused; an error that has no sentence here says it itself.

    >>> refusal(NotAllowedError("no-third-round"))
    'There is no third round. Possible now: agreed.'
    """
    if not isinstance(error, NotAllowedError) or error.reason not in REFUSALS:
        return str(error)
    return REFUSALS[error.reason](**{name: _named(value) for name, value in error.values.items()})


def _named(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else value
