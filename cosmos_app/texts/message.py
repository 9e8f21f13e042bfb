"""A message: one whole sentence that the app says, looked up in the reader's language at the moment it is shown.

Tables of this package hold messages, never finished sentences, so that a translation needs no change anywhere else.
Extraction knows messages by the names of these two classes (``pybabel extract -k Text -k Plural:1,2``).
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, with its placeholders by name.

    >>> Text("Chosen by {n} of {of}.")(n=3, of=12)
    'Chosen by 3 of 12.'

    Attributes:
        english: The sentence as it is written here; it is also the key of its translations.
    """

    english: str

    def __call__(self, **values: object) -> str:
        """The sentence in the reader's language.

        Raises:
            KeyError: If a placeholder is left without a value.
        """
        return catalogue().gettext(self.english).format(**values)

    def __format__(self, _spec: str) -> str:
        """Nothing: a message is called, never put into another string as it is."""
        raise TypeError(f"call the message to say it: {self.english!r}")


@dataclass(frozen=True, slots=True)
class Plural:
    """One sentence that changes with a number, which both of its forms may name as ``{n}``.

    >>> people = Plural("one person", "{n} people")
    >>> people(1), people(12)
    ('one person', '12 people')

    Attributes:
        one: The sentence for one of a thing, in English.
        many: The sentence for any other number, in English; a language may have more forms.
    """

    one: str
    many: str

    def __call__(self, n: int, **values: object) -> str:
        """The sentence for *n* of a thing, in the reader's language.

        Raises:
            KeyError: If a placeholder is left without a value.
        """
        return catalogue().ngettext(self.one, self.many, n).format(n=n, **values)


Key = TypeVar("Key", bound=Hashable)


def in_words(table: Mapping[Key, Text]) -> dict[Key, str]:
    """A table of sentences without placeholders, in the reader's language: for widgets that choose among them.

    >>> in_words({"yes": Text("Yes"), "no": Text("No")})
    {'yes': 'Yes', 'no': 'No'}
    """
    return {key: text() for key, text in table.items()}


def paragraph(*sentences: str) -> str:
    """Whole sentences, one after the other; an empty one is left out.

    >>> paragraph("It is kept.", "", "Nobody else sees it.")
    'It is kept. Nobody else sees it.'
    """
    return " ".join(filter(None, sentences))


def catalogue() -> NullTranslations:
    """The translations into the reader's language: none yet, so that everything is said in English."""
    return _ENGLISH


_ENGLISH = NullTranslations()
