"""Typings: what was typed from one paper so far, what is missing, and in what two typings of it differ."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cosmos_app.workshop.paper.entries import BLANK, OPEN, Entry, entry, read
from cosmos_app.workshop.paper.question_codes import ROLE, PaperForm, Question
from models.answers import AnswerSheet, Response
from models.catalogues import Roles
from models.progress import Asking, shown_items


@dataclass(frozen=True, kw_only=True)
class Typing:
    """One typing of one paper.

    Attributes:
        form: The form that was filled in.
        roles: The catalogue of roles, as in ``form``.
        entries: What was typed, by the key of the question, in the order in which questions were first typed.
        known_family: In a second round, the family of the person's role as their first sheet says; None if unknown.
    """

    form: PaperForm
    roles: Roles
    entries: Mapping[str, str]
    known_family: str | None = None

    @cached_property
    def typed(self) -> Mapping[str, Entry]:
        """What was typed, understood, by the key of the question."""
        known = self.form.by_key
        return {key: entry(known[key], text) for key, text in self.entries.items() if key in known}

    @property
    def role(self) -> str | None:
        """Id of the role that was ticked; None if none was, or the person would rather not say."""
        ticked = self.typed.get(ROLE)
        role = str(getattr(ticked.response.answer, "value", "")) if ticked else ""
        return role if role not in ("", self.roles.unsaid.id) else None

    @property
    def family(self) -> str | None:
        """Id of the role's family; None if unknown."""
        if self.form.is_second:
            return self.known_family
        return self.roles.family_of(self.role)

    @cached_property
    def responses(self) -> Mapping[tuple[str, str], Response]:
        """What is kept when the paper is counted, by questionnaire and item: the same as a phone would have kept."""
        return {
            (typed.question.questionnaire, typed.question.item.id): typed.response
            for typed in self.typed.values()
            if typed.question.code != ROLE
        }

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """What is asked of this person, by their role and what they answered, the role first."""
        asked = [] if self.form.is_second else [self.form.by_key[ROLE]]
        for part in self.form.parts:
            name = part.questionnaire.id
            answers = {item: response for (of, item), response in self.responses.items() if of == name}
            again = frozenset(one.item.id for one in self.form.questions if one.questionnaire == name)
            only = again if self.form.is_second else None
            asking = Asking(depth=self.form.depth, family=self.family, only=only)
            items = shown_items(part.layout, AnswerSheet(answers), asking)
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
        return tuple(typed.question for typed in self.typed.values() if typed.question.key not in asked)

    @property
    def following(self) -> Question | None:
        """What a line without a code answers: the first missing question after the one that was typed last."""
        missing, order = self.missing, [question.key for question in self.form.questions]
        reached = order.index([*self.typed][-1]) if self.typed else -1
        later = (question for question in missing if order.index(question.key) > reached)
        return next(later, missing[0] if missing else None)

    def take(self, line: str) -> tuple["Typing", Entry]:
        """The typing with one more line, and that line as it was understood.

        Raises:
            MisreadError: If it can't be understood.
        """
        understood = read(line, self.form, self.following)
        return self.put(understood.question.key, understood.text), understood

    def put(self, key: str, text: str) -> "Typing":
        """The typing with this as the answer to a question, in place of any before."""
        return replace(self, entries={**self.entries, key: text})

    def rest_blank(self) -> "Typing":
        """The typing with everything left blank that is missing."""
        typing = self
        while missing := typing.missing:
            for question in missing:
                typing = typing.put(question.key, BLANK)
        return typing


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


def differences(first: Typing, second: Typing) -> tuple[Difference, ...]:
    """What two typings of one paper differ in, in the order of the form."""
    return tuple(
        Difference(question=question, first=first.typed.get(question.key), second=second.typed.get(question.key))
        for question in first.form.questions
        if _comparable(first, question) != _comparable(second, question)
    )


def _comparable(typing: Typing, question: Question) -> str | None:
    """What was typed, to be compared; in free words, upper case, spaces and final punctuation make no difference."""
    typed = typing.entries.get(question.key)
    if typed is None or question.choices or question.item.kind not in OPEN:
        return typed
    return " ".join(typed.split()).casefold().rstrip(" .!;,")


def resolve(first: Typing, second: Typing, right: Entry) -> tuple[Typing, Typing]:
    """Both typings with the answer that was found right when somebody looked at the paper again."""
    return first.put(right.question.key, right.text), second.put(right.question.key, right.text)
