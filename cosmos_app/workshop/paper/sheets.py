"""Sheets: what was typed from one paper so far, what is missing, and what two typings of it differ in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cosmos_app.workshop.paper.codes import ROLE, Printed, Question
from cosmos_app.workshop.paper.entries import OPEN, Entry, entry, read
from models.answers import AnswerSheet, Response
from models.catalogues import Roles
from models.progress import Asking, shown_items

BLANK = "-"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One typing of one paper.

    Attributes:
        form: The form that was filled in.
        roles: The catalogue of roles, as in ``form``.
        entries: What was typed, by the key of the question, in the order in which questions were first typed.
    """

    form: Printed
    roles: Roles
    entries: Mapping[str, str]

    @cached_property
    def typed(self) -> Mapping[str, Entry]:
        """What was typed, understood, by the key of the question."""
        known = self.form.by_key
        return {key: entry(known[key], text) for key, text in self.entries.items() if key in known}

    @property
    def role(self) -> str | None:
        """Id of the role that was ticked; None if none was, or its person would rather not say."""
        ticked = self.typed.get(ROLE)
        said = str(getattr(ticked.response.answer, "value", "")) if ticked else ""
        return said if said not in ("", self.roles.unsaid.id) else None

    @property
    def family(self) -> str | None:
        """Id of the role's family; None if unknown."""
        return self.roles.family_of(self.role)

    @cached_property
    def responses(self) -> Mapping[tuple[str, str], Response]:
        """What is kept when the paper is counted, by questionnaire and item: the same as a phone would have kept."""
        return {
            (one.question.questionnaire, one.question.item.id): one.response
            for one in self.typed.values()
            if one.question.code != ROLE
        }

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """What is asked of this person, by their role and what they answered, the role first."""
        asked = [self.form.by_key[ROLE]]
        for part in self.form.parts:
            name = part.questionnaire.id
            said = AnswerSheet({item: one for (of, item), one in self.responses.items() if of == name})
            items = shown_items(part.layout, said, Asking(depth=self.form.depth, family=self.family))
            asked += [self.form.by_key[f"{name}/{item.id}"] for item in items]
        return tuple(asked)

    @property
    def missing(self) -> tuple[Question, ...]:
        """What is asked and not typed yet."""
        return tuple(question for question in self.asked if question.key not in self.entries)

    @property
    def unasked(self) -> tuple[Question, ...]:
        """What was typed though it is not asked of this person: it is kept, and counts in no result."""
        asked = {question.key for question in self.asked}
        return tuple(one.question for one in self.typed.values() if one.question.key not in asked)

    @property
    def following(self) -> Question | None:
        """What a line without a code answers: what is missing after the question that was reached last."""
        missing, order = self.missing, [question.key for question in self.form.questions]
        reached = order.index([*self.typed][-1]) if self.typed else -1
        later = (question for question in missing if order.index(question.key) > reached)
        return next(later, missing[0] if missing else None)

    def take(self, line: str) -> tuple["Sheet", Entry]:
        """The sheet with one more line typed, and that line as it was understood.

        Raises:
            MisreadError: If it can't be understood.
        """
        one = read(line, self.form, self.following)
        return self.put(one.question.key, one.text), one

    def put(self, key: str, text: str) -> "Sheet":
        """The sheet with this as the answer to a question, in place of any before."""
        return replace(self, entries={**self.entries, key: text})

    def rest_blank(self) -> "Sheet":
        """The sheet with everything left blank that is missing."""
        sheet = self
        while missing := sheet.missing:
            for question in missing:
                sheet = sheet.put(question.key, BLANK)
        return sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A question in which two typings of one paper differ.

    Attributes:
        first: What was typed first; None for nothing.
        second: What was typed the second time; None for nothing.
    """

    question: Question
    first: Entry | None
    second: Entry | None


def differences(first: Sheet, second: Sheet) -> tuple[Difference, ...]:
    """What two typings of one paper differ in, in the order of the form."""
    return tuple(
        Difference(question=question, first=first.typed.get(question.key), second=second.typed.get(question.key))
        for question in first.form.questions
        if _told(first, question) != _told(second, question)
    )


def _told(sheet: Sheet, question: Question) -> str | None:
    """What was typed, so that equal answers are equal: in free words, case, spaces and a last stop are nobody's."""
    typed = sheet.entries.get(question.key)
    if typed is None or question.choices or question.item.kind not in OPEN:
        return typed
    return " ".join(typed.split()).casefold().rstrip(" .!;,")


def settle(first: Sheet, second: Sheet, one: Entry) -> tuple[Sheet, Sheet]:
    """Both typings with this in them: what the paper says, now that it was looked at once more."""
    return first.put(one.question.key, one.text), second.put(one.question.key, one.text)
