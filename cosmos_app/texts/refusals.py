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
