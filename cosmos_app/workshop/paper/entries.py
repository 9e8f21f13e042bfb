"""Entries: the short language in which a paper is typed in, a line for each answer.

ENTRY   = [CODE] ANSWER            without a code, it answers the question that comes next
ANSWER  = MARKS [":" REASON]       letters of what is ticked, several for a checklist
        | ("?" | "x" | "o") [":" REASON] | "-"   the letters of silences
        | number [":" REASON] | date [":" REASON] | text | text {";" text}
"""

import re
from dataclasses import dataclass

from cosmos_app.texts.paper import CODE_ALONE, HOW_TO_TYPE, NO_REASON, NO_SUCH_CODE, NOT_A_CHOICE, NOTHING_NEXT
from cosmos_app.texts.silences import SILENCE_TEXTS
from cosmos_app.workshop.paper.codes import ROLE, Printed, Question
from models.answers import LONGEST_NOTE, Response, Value, fault_of
from models.problems import did_you_mean, listing
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
        wrong: What is wrong with it.
        mend: What to type instead.
    """

    def __init__(self, wrong: str, mend: str) -> None:
        self.wrong, self.mend = wrong, mend
        super().__init__(f"{wrong} {mend}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line as it was understood.

    Attributes:
        question: What it answers.
        text: The answer in the one way that equal answers share; read again, it gives the same entry.
        response: What is kept when the paper is counted.
    """

    question: Question
    text: str
    response: Response


def read(line: str, form: Printed, following: Question | None) -> Entry:
    """Understand a line.

    Args:
        line: As it was typed.
        form: The form on paper.
        following: What a line without a code answers; None if nothing is left.

    Raises:
        MisreadError: If it says nothing that could be kept; says what to type instead.
    """
    question, said = _addressed(line, form, following)
    if not said:
        raise MisreadError(CODE_ALONE.format(code=question.code), how_to_type(question))
    return entry(question, said)


def entry(question: Question, said: str) -> Entry:
    """Understand what was typed as the answer to a question.

    Raises:
        MisreadError: If it is none.
    """
    silent = _SILENT.fullmatch(said)
    if silent:
        mark, reason = (silent[1] or BLANK).lower(), (silent[2] or "").strip()
        text, response = _silent(question, mark, reason)
    elif question.item.kind in OPEN:
        text, response = _open(question, said)
    else:
        value, _, reason = said.partition(":")
        text, response = _valued(question, value.strip(), reason.strip())
    if fault := fault_of(question.item, response.answer):
        raise MisreadError(f"{question.code}: {fault}", how_to_type(question))
    if len(response.why) > LONGEST_NOTE:
        wrong = f"{question.code}: the reason has {len(response.why)} characters; at most {LONGEST_NOTE} are kept."
        raise MisreadError(wrong, "Shorten it.")
    return Entry(question=question, text=text, response=response)


def how_to_type(question: Question) -> str:
    """What can be typed as the answer to a question."""
    marks = listing(question.choices, most=len(question.choices))
    return HOW_TO_TYPE[ROLE if question.code == ROLE else question.item.kind].format(code=question.code, marks=marks)


def _addressed(line: str, form: Printed, following: Question | None) -> tuple[Question, str]:
    """The question that a line answers, and what it says."""
    coded = _CODED.fullmatch(line)
    if coded and (question := form.by_code.get(coded[1].upper()) or form.by_code.get(coded[1].lower())):
        return question, coded[2].strip()
    takes_any_text = following is not None and following.item.kind in OPEN
    if coded and not takes_any_text:
        known = [question.code for question in form.questions]
        raise MisreadError(NO_SUCH_CODE.format(code=coded[1].upper()), _hint(coded[1].upper(), known))
    if following is None:
        raise MisreadError(*NOTHING_NEXT)
    return following, line.strip()


def _hint(code: str, known: list[str]) -> str:
    near = did_you_mean(code, known)
    return f"{near}Look at the paper: a code is a letter and a number, such as {known[-1]}."


def _silent(question: Question, mark: str, reason: str) -> tuple[str, Response]:
    if question.code == ROLE and mark != BLANK:
        raise MisreadError(NOT_A_CHOICE.format(code=ROLE, typed=mark), how_to_type(question))
    text = f"{mark}: {reason}" if reason else mark
    if mark == BLANK:
        return text, Response(answer=Skipped())
    silence = _LETTERS[mark]
    return text, Response(answer=silence.answer(reason), why="" if silence.note else reason)


def _open(question: Question, said: str) -> tuple[str, Response]:
    if question.item.kind not in LISTED:
        return said, Response(answer=Value(said))
    several = tuple(one.strip() for one in said.split(";") if one.strip())
    return "; ".join(several), Response(answer=Value(several))


def _valued(question: Question, value: str, reason: str) -> tuple[str, Response]:
    if reason and question.code == ROLE:
        raise MisreadError(NO_REASON, how_to_type(question))
    text, found = _ticked(question, value) if question.choices else _written(question, value)
    return f"{text}: {reason}" if reason else text, Response(answer=found, why=reason)


def _ticked(question: Question, value: str) -> tuple[str, Value]:
    words = [word for word in re.split(r"[\s,;.+]+", value.lower()) if word]
    typed = words if any(word.isdecimal() for word in words) else list("".join(words))
    wrong = [mark for mark in typed if mark not in question.choices]
    if wrong or not typed:
        said = wrong[0] if wrong else value
        raise MisreadError(NOT_A_CHOICE.format(code=question.code, typed=said), how_to_type(question))
    marks = [mark for mark in question.choices if mark in typed]  # in authored order, and each once
    if question.item.kind == "checklist":
        chosen = tuple(str(question.choices[mark].value) for mark in marks)
        return (" " if marks[-1].isdecimal() else "").join(marks), Value(chosen)
    if len(marks) > 1:
        wrong_text = f"{question.code} takes one answer, and you typed {len(marks)}."
        mend = "Is it not clear which one is meant? Then type - for a blank."
        raise MisreadError(wrong_text, mend)
    return marks[0], Value(question.choices[marks[0]].value)


def _written(question: Question, value: str) -> tuple[str, Value]:
    if question.item.kind != "number":
        return value, Value(value)
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        raise MisreadError(f'{question.code}: "{value}" is not a number.', how_to_type(question)) from None
    found = int(number) if number.is_integer() else number
    return str(found), Value(found)
