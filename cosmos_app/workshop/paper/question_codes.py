"""Codes: each question of a form has one, such as A1, and each answer a letter; the same on paper and in typing."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase

from cosmos_app.texts.silences import SILENCE_TEXTS
from cosmos_app.texts.values import choices_of
from models.catalogues import Roles
from models.definition import Depth, Questionnaire, Section
from models.items import Choice, Item
from models.layout import Layout

PAPER_LETTERS = "".join(
    letter for letter in ascii_lowercase if letter not in {texts.letter for texts in SILENCE_TEXTS.values()}
)
"""Letters of answers, in order: all but those of the silences."""

ROLE = "role"
"""Code and key of the question for the person's role, which is part of no questionnaire."""

FINGERPRINT_LENGTH = 8
"""Hexadecimal digits of a definition's hash that are printed: enough to tell two versions apart by eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One questionnaire of a form.

    Attributes:
        layout: The definition, laid out.
        digest: Its hash, in hexadecimal.
    """

    layout: Layout
    digest: str

    @property
    def questionnaire(self) -> Questionnaire:
        """The definition."""
        return self.layout.questionnaire

    @property
    def fingerprint(self) -> str:
        """The beginning of the hash, printed so that whoever types can see that the definition is the same."""
        return self.digest[:FINGERPRINT_LENGTH].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as it is printed.

    Attributes:
        code: What it is called on paper: the letter of its section, and its number there.
        questionnaire: Id of the questionnaire it is from; "" for the role.
        item: What is asked.
        choices: What can be ticked, by its letter, in authored order; empty for open kinds.
    """

    code: str
    questionnaire: str
    item: Item
    choices: Mapping[str, Choice]

    @property
    def key(self) -> str:
        """The key under which the answer typed to it is kept."""
        return f"{self.questionnaire}/{self.item.id}" if self.questionnaire else ROLE

    def letter_of(self, value: object) -> str:
        """The letter of a value that can be ticked; "" if there is none."""
        return next((letter for letter, choice in self.choices.items() if choice.value == value), "")


@dataclass(frozen=True, kw_only=True)
class PaperForm:
    """A form on paper: what is printed, and what a typed line may answer.

    Attributes:
        parts: The questionnaires, in the order asked.
        depth: "short" prints core items only, under the codes that they have in the full form.
        questions: All that is asked, the role first; in a second round, only what is asked again.
        others: What is not asked again; empty in the first round.
    """

    parts: tuple[Part, ...]
    depth: Depth
    questions: tuple[Question, ...]
    others: tuple[Question, ...] = ()

    @property
    def is_second(self) -> bool:
        """Whether it asks some questions again."""
        return bool(self.others)

    def named(self, key: str) -> Question:
        """A question that a condition names, whether it is asked or not."""
        return next(question for question in (*self.questions, *self.others) if question.key == key)

    @cached_property
    def by_code(self) -> Mapping[str, Question]:
        """The questions by their codes."""
        return {question.code: question for question in self.questions}

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        """The questions by the keys under which their answers are kept."""
        return {question.key: question for question in self.questions}

    def sections(self, part: Part) -> Iterable[tuple[Section, list[Question]]]:
        """The sections of a part that print anything, each with its questions."""
        for section in part.questionnaire.sections:
            keys = [f"{part.questionnaire.id}/{item.id}" for item in section.items]
            if asked := [self.by_key[key] for key in keys if key in self.by_key]:
                yield section, asked


def coded(parts: Iterable[Part], depth: Depth, roles: Roles, again: Set[tuple[str, str]] | None = None) -> PaperForm:
    """Give every question of a form its code.

    Sections are lettered through all parts, and items numbered in their section whether printed or not: so a code
    means the same question in the short form and the full one, and in both rounds.

    Args:
        parts: The questionnaires, in the order asked.
        depth: Which form.
        roles: The catalogue of roles.
        again: What a second round asks, as pairs of a questionnaire's and an item's id; None for the first round.
    """
    every, number = tuple(parts), 0
    questions = [Question(code=ROLE, questionnaire="", item=_role(roles), choices=_choices(_role(roles)))]
    for part in every:
        asked = {item.id for item in part.questionnaire.at_depth(depth)}
        for section in part.questionnaire.sections:
            for place, item in enumerate(section.items, start=1):
                if item.id in asked:
                    code, name = f"{section_letter(number)}{place}", part.questionnaire.id
                    questions.append(Question(code=code, questionnaire=name, item=item, choices=_choices(item)))
            number += 1
    if again is not None:
        asked_again = tuple(one for one in questions if (one.questionnaire, one.item.id) in again)
        others = tuple(one for one in questions if one not in asked_again)
        with_questions = {question.questionnaire for question in asked_again}
        kept = tuple(part for part in every if part.questionnaire.id in with_questions)
        return PaperForm(parts=kept, depth=depth, questions=asked_again, others=others)
    return PaperForm(parts=every, depth=depth, questions=tuple(questions))


def section_letter(number: int) -> str:
    """The letter of a section, counted from 0.

    >>> section_letter(0), section_letter(25), section_letter(26)
    ('A', 'Z', 'AA')
    """
    rest, last = divmod(number, 26)
    return (section_letter(rest - 1) if rest else "") + chr(ord("A") + last)


def _role(roles: Roles) -> Item:
    every = [*(role for family in roles.families for role in family.roles), roles.unsaid]
    return Item(
        id=ROLE, kind="choice", ask="", choices=tuple(Choice(value=role.id, label=role.title) for role in every)
    )


def _choices(item: Item) -> Mapping[str, Choice]:
    choices = item.choices or tuple(Choice(value=value, label=label) for value, label in choices_of(item).items())
    if len(choices) > len(PAPER_LETTERS):
        return {str(number): choice for number, choice in enumerate(choices, start=1)}
    return dict(zip(PAPER_LETTERS, choices, strict=False))
