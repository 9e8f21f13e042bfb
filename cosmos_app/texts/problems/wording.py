"""What a problem is said with: a sentence on what is wrong, and one on what to do about it."""

from dataclasses import dataclass

from cosmos_app.texts.message import Plural, Text


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one problem; their placeholders are the problem's values.

    Attributes:
        wrong: What is wrong.
        mend: What to do about it.
        bare: The same where a value that ``mend`` names is empty, such as a list of what can be chosen.
        most: How many entries of a list are named.
    """

    wrong: Text | Plural
    mend: Text
    bare: Text | None = None
    most: int = 12
