"""Values in words: what each value of each kind of item reads as, and an answer as the person gave it."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.silences import SILENCE_TEXTS
from models.answers import Answer, Value
from models.items import EXPERIENCES, Item
from models.silences import silence_of

FEELINGS = (
    Text("Very bad"),
    Text("Rather bad"),
    Text("Neither good nor bad"),
    Text("Rather good"),
    Text("Very good"),
)
"""An experience from worst to best, in the order of ``models.items.EXPERIENCES``."""


def choices_of(item: Item) -> Mapping[int | str, str]:
    """What each value that can be chosen reads as, in authored order; empty where people write instead of choosing."""
    if item.kind == "experience":
        return {value: feeling() for value, feeling in zip(EXPERIENCES, FEELINGS, strict=True)}
    return {choice.value: choice.label for choice in item.choices}


def value_read(item: Item, value: float | str) -> str:
    """One value as people read it: the text of a choice, else the value itself.

    >>> value_read(Item(id="felt", kind="experience", ask=""), 2)
    'Very good'
    >>> value_read(Item(id="n", kind="number", ask=""), 2.5)
    '2.5'
    """
    for choice, text in choices_of(item).items():
        if choice == value:
            return text
    return value if isinstance(value, str) else f"{value:g}"


def answer_read(item: Item, answer: Answer, *, notes: bool = True) -> str:
    """An answer as the person gave it, with what they noted beside a silence if *notes*; "" for none."""
    if isinstance(answer, Value):
        several = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        return "; ".join(value_read(item, value) for value in several)
    silence = silence_of(answer)
    texts, note = SILENCE_TEXTS[silence.id], silence.note_of(answer)
    if note and notes and texts.said_because is not None:
        return texts.said_because(note=note)
    return texts.said() if texts.said is not None else ""
