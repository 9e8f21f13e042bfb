"""Why an answer can't be kept."""

from collections.abc import Mapping

from cosmos_app.texts.lists import listing
from cosmos_app.texts.message import Text
from models.answers import Fault, FaultReason

ANSWER_FAULTS: Mapping[FaultReason, Text] = {
    "no-such-choice": Text('"{value}" is not one of its choices: {known}.'),
    "nothing-ticked": Text("A checklist holds at least one choice."),
    "ticked-twice": Text("A choice stands in it twice."),
    "not-a-number": Text('"{value}" is not a number.'),
    "too-small": Text('"{value}" is below {smallest:g}.'),
    "too-large": Text('"{value}" is above {largest:g}.'),
    "empty": Text("The text is empty."),
    "too-long": Text("The text has {n} characters; at most {most} are kept."),
    "not-a-date": Text('"{value}" is not a date such as 2026-03-31.'),
    "not-an-experience": Text('"{value}" is not a whole number from {least} to {most}.'),
    "unreadable-address": Text("That is not an address."),
    "not-of-the-web": Text("Only addresses that start with http:// or https:// are kept."),
    "address-too-long": Text("The address is too long."),
    "not-an-address": Text('"{value}" is not an address.'),
    "no-entries": Text("The list is empty."),
    "too-many-entries": Text("There are {n} entries; at most {most} are kept."),
    "note-too-long": Text("The note is longer than {most} characters."),
}
"""What is wrong with an answer, by the reason for which it can't be kept."""


def answer_fault(fault: Fault) -> str:
    """What is wrong with an answer, as a sentence.

    >>> answer_fault(Fault("too-small", {"value": "-1", "smallest": 0}))
    '"-1" is below 0.'
    """
    values = {**fault.values, "known": listing(fault.values.get("known", ()), most=len(fault.values.get("known", ())))}
    return ANSWER_FAULTS[fault.reason](**values)
