"""Entries: the short language in which a paper is typed in, a line for each answer.

ENTRY   = [CODE] ANSWER            without a code, it answers the question that comes next
ANSWER  = LETTERS [":" REASON]     letters of what is ticked, several for a checklist
        | ("?" | "x" | "o") [":" REASON] | "-"   the letters of silences
        | number [":" REASON] | date [":" REASON] | text | text {";" text}
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from cosmos_app.texts.paper import HOW_TO_TYPE, MISREADINGS
from cosmos_app.texts.problems.answers import answer_fault
from cosmos_app.texts.silences import SILENCE_TEXTS
from cosmos_app.workshop.paper.question_codes import ROLE, PaperForm, Question
from models.answers import LONGEST_NOTE, Response, Value, fault_of
from models.silences import SILENCES, Skipped

LISTED = ("actors", "links")
"""Kinds whose answer is several texts."""

OPEN = ("text", "actor", *LISTED)
"""Kinds whose answer may be any text, a colon included."""

_CODED = re.compile(r"\s*([A-Za-z]{1,2}\d{1,2}|role)(?![A-Za-z]{2}|\d)[\s.:=)]*(.*)", re.DOTALL | re.IGNORECASE)
BLANK = SILENCE_TEXTS["skipped"].letter

_LETTERS = {texts.letter: SILENCES[name] for name, texts in SILENCE_TEXTS.items() if name != "skipped"}
_SILENT = re.compile(rf"([{''.join(map(re.escape, _LETTERS))}])\s*(?::\s*(.*))?|([-–—])", re.DOTALL | re.IGNORECASE)


class MisreadError(ValueError):
    """A line that can't be taken as an answer; nothing was changed.

    Attributes:
        fault: What is wrong: a key of ``texts.paper.MISREADINGS``, which holds a sentence for each.
        question: What it was to answer; None if it led to none.
        values: What the sentences name, by placeholder.
    """

    def __init__(self, fault: str, question: Question | None = None, **values: object) -> None:
        super().__init__(fault)
        self.fault = fault
        self.question = question
        self.values: Mapping[str, object] = {"code": question.code, **values} if question else values

    def __str__(self) -> str:
        return " ".join([self.fault, *(f"{name}={value!r}" for name, value in self.values.items())])

    @property
    def wrong(self) -> str:
        """What is wrong with it, in the reader's language."""
        return MISREADINGS[self.fault].wrong(**self.values)

    @property
    def mend(self) -> str:
        """What to type instead, in the reader's language."""
        mend = MISREADINGS[self.fault].mend
        if mend is not None:
            return mend(**self.values)
        return how_to_type(self.question) if self.question else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line as it was understood.

    Attributes:
        question: What it answers.
        text: The answer in its shortest form: equal answers have the same, and read again it gives the same entry.
        response: What is kept when the paper is counted.
    """

    question: Question
    text: str
    response: Response


def read(line: str, form: PaperForm, following: Question | None) -> Entry:
    """Understand a line.

    Args:
        line: As it was typed.
        form: The form on paper.
        following: What a line without a code answers; None if nothing is left.

    Raises:
        MisreadError: If it says nothing that could be kept; says what to type instead.
    """
    question, answer = _addressed(line, form, following)
    if not answer:
        raise MisreadError("code-alone", question)
    return entry(question, answer)


def entry(question: Question, typed: str) -> Entry:
    """Understand what was typed as the answer to a question.

    Raises:
        MisreadError: If it is none.
    """
    silent = _SILENT.fullmatch(typed)
    if silent:
        letter, reason = (silent[1] or BLANK).lower(), (silent[2] or "").strip()
        text, response = _silence(question, letter, reason)
    elif question.item.kind in OPEN:
        text, response = _own_words(question, typed)
    else:
        value, _, reason = typed.partition(":")
        text, response = _value(question, value.strip(), reason.strip())
    if fault := fault_of(question.item, response.answer):
        raise MisreadError("not-kept", question, because=answer_fault(fault))
    if len(response.why) > LONGEST_NOTE:
        raise MisreadError("long-reason", question, n=len(response.why), most=LONGEST_NOTE)
    return Entry(question=question, text=text, response=response)


def how_to_type(question: Question) -> str:
    """What can be typed as the answer to a question."""
    kind = ROLE if question.code == ROLE else question.item.kind
    return HOW_TO_TYPE[kind](code=question.code, letters=", ".join(question.choices))


def _addressed(line: str, form: PaperForm, following: Question | None) -> tuple[Question, str]:
    """The question that a line answers, and what it says."""
    coded = _CODED.fullmatch(line)
    if coded and (question := form.by_code.get(coded[1].upper()) or form.by_code.get(coded[1].lower())):
        return question, coded[2].strip()
    takes_any_text = following is not None and following.item.kind in OPEN
    if coded and not takes_any_text:
        raise _no_such_question(coded[1].upper(), form)
    if following is None:
        raise MisreadError("nothing-next")
    return following, line.strip()


def _no_such_question(code: str, form: PaperForm) -> MisreadError:
    known = [question.code for question in form.questions]
    if near := get_close_matches(code, known, n=1):
        return MisreadError("no-such-question-but-near", code=code, near=near[0], example=known[-1])
    return MisreadError("no-such-question", code=code, example=known[-1])


def _silence(question: Question, letter: str, reason: str) -> tuple[str, Response]:
    if question.code == ROLE and letter != BLANK:
        raise MisreadError("no-such-answer", question, typed=letter)
    text = f"{letter}: {reason}" if reason else letter
    if letter == BLANK:
        return text, Response(answer=Skipped())
    silence = _LETTERS[letter]
    return text, Response(answer=silence.answer(reason), why="" if silence.note else reason)


def _own_words(question: Question, typed: str) -> tuple[str, Response]:
    if question.item.kind not in LISTED:
        return typed, Response(answer=Value(typed))
    several = tuple(words.strip() for words in typed.split(";") if words.strip())
    return "; ".join(several), Response(answer=Value(several))


def _value(question: Question, typed: str, reason: str) -> tuple[str, Response]:
    if reason and question.code == ROLE:
        raise MisreadError("no-reason", question)
    text, value = _ticked(question, typed) if question.choices else _written(question, typed)
    return f"{text}: {reason}" if reason else text, Response(answer=value, why=reason)


def _ticked(question: Question, typed: str) -> tuple[str, Value]:
    words = [word for word in re.split(r"[\s,;.+]+", typed.lower()) if word]
    ticked = words if any(word.isdecimal() for word in words) else list("".join(words))
    unknown = [letter for letter in ticked if letter not in question.choices]
    if unknown or not ticked:
        raise MisreadError("no-such-answer", question, typed=unknown[0] if unknown else typed)
    letters = [letter for letter in question.choices if letter in ticked]  # in authored order, and each once
    if question.item.kind == "checklist":
        chosen = tuple(str(question.choices[letter].value) for letter in letters)
        return (" " if letters[-1].isdecimal() else "").join(letters), Value(chosen)
    if len(letters) > 1:
        raise MisreadError("several-answers", question, n=len(letters))
    return letters[0], Value(question.choices[letters[0]].value)


def _written(question: Question, typed: str) -> tuple[str, Value]:
    if question.item.kind != "number":
        return typed, Value(typed)
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        raise MisreadError("no-number", question, typed=typed) from None
    value = int(number) if number.is_integer() else number
    return str(value), Value(value)
