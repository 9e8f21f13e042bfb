"""The silences in words: what people choose, what is counted, what each does to a score; see ``models.silences``."""

from collections.abc import Mapping
from dataclasses import dataclass

from cosmos_app.texts.message import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceTexts:
    """All that is said of one silence.

    Attributes:
        choose: What people press.
        printed: What they tick on paper; None if there a blank says it.
        letter: What is ticked and typed for it on paper.
        said: What somebody said, read back; None for nothing.
        said_because: The same with what they noted: ``{note}``.
        ask_note: Asks what may be added; None where nothing can.
        counted: The word beside how many said it.
        effect: What it does to a score.
        alone: What stands in place of "n of m answered" where a theme has one question and this was said.
        no_score: Why there is no score where every answer to a theme is this; None where there is nothing to say of it.
        measure: What the codebook of an export calls its count.
    """

    choose: Text
    printed: Text | None
    letter: str
    said: Text | None
    said_because: Text | None = None
    ask_note: Text | None = None
    counted: Text
    effect: Text
    alone: Text | None
    no_score: Text | None
    measure: Text


SILENCE_TEXTS: Mapping[str, SilenceTexts] = {
    "dont_know": SilenceTexts(
        choose=Text("I don't know"),
        printed=Text("I don't know"),
        letter="?",
        said=Text("I don't know"),
        counted=Text("don't know"),
        effect=Text("don't know: counts as missing"),
        alone=Text("you said you don't know"),
        no_score=Text("You said you don't know. That is an answer too; it has no place on the line."),
        measure=Text("People who don't know"),
    ),
    "not_applicable": SilenceTexts(
        choose=Text("This does not apply here"),
        printed=Text("Does not apply here"),
        letter="x",
        said=Text("Does not apply"),
        said_because=Text("Does not apply: {note}"),
        ask_note=Text("Why does it not apply? (if you like)"),
        counted=Text("does not apply"),
        effect=Text("does not apply: left out"),
        alone=Text("you said it does not apply"),
        no_score=Text("You said this does not apply. That is an answer too; it has no place on the line."),
        measure=Text("People to whom it does not apply"),
    ),
    "outside_our_control": SilenceTexts(
        choose=Text("This is outside our control"),
        printed=Text("Outside our control"),
        letter="o",
        said=Text("Outside our control"),
        said_because=Text("Outside our control: {note}"),
        ask_note=Text("What stands in the way? (if you like)"),
        counted=Text("outside our control"),
        effect=Text("outside our control: counts as missing"),
        alone=Text("you said it is outside our control"),
        no_score=Text("You said this is outside our control. It has no place on the line; it is worth a talk."),
        measure=Text("People who call it outside their control"),
    ),
    "skipped": SilenceTexts(
        choose=Text("I would rather skip this"),
        printed=None,
        letter="-",
        said=None,
        counted=Text("no answer"),
        effect=Text("no answer: counts as missing"),
        alone=None,
        no_score=None,
        measure=Text("People without an answer"),
    ),
}
"""By the id of the silence, in the order in which people are offered them."""

NOT_ASKED_EFFECT = Text("not asked: left out")
HIDDEN_EFFECT = Text("not shown: counts as missing")

NOTHING_COUNTED = Text("There is no answer here that could be counted, so the line has a gap.")


def effect(state: str) -> str:
    """What an answer without a value does to a score, by its state (see ``models.assessment.STATES``)."""
    match state:
        case "not_asked":
            return NOT_ASKED_EFFECT()
        case "hidden":
            return HIDDEN_EFFECT()
        case _:
            return SILENCE_TEXTS[state].effect()


def counted_silences(silences: Mapping[str, int] | None) -> dict[str, int]:
    """How many gave no value, by the word for it, those said by anybody; empty where it is hidden.

    >>> counted_silences({"skipped": 2, "dont_know": 1, "not_applicable": 0, "outside_our_control": 0})
    {"don't know": 1, 'no answer': 2}
    """
    return {texts.counted(): n for name, texts in SILENCE_TEXTS.items() if (n := (silences or {}).get(name, 0))}
