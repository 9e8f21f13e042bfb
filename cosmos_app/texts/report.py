"""Words of a report, by language: a translation is one more row of the table, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cosmos_app.texts.files import CAUTION_OF_A_ROOM
from cosmos_app.texts.message import Plural, in_words
from cosmos_app.texts.over_time import (
    CAUTIONS,
    CHANGE_HEADS,
    KEEP_IN_MIND,
    LIKELY_ABOUT,
    LINKED_ABOUT,
    NOT_SAID_WHO,
    OVERLAP,
    SINCE_LAST_TIME,
    THEN_TEST,
)
from cosmos_app.texts.room import decisions
from cosmos_app.texts.room.dots import NOT_SHOWN, SHAPE_TEXTS, TOO_FEW_TO_SHOW, ShapeTexts
from cosmos_app.texts.room.participants import AFTER_BECAME, FEEDBACK_HEARD, FEEDBACK_STEPS, FEEDBACK_WORTH
from cosmos_app.texts.room.promise import PROMISE
from cosmos_app.texts.solo.factors import DIRECTIONS, LOCI
from cosmos_app.texts.solo.profile import ABOUT_PROFILE, AboutProfile
from cosmos_app.texts.solo_report import OwnWords
from models.agreement import Shape


@dataclass(frozen=True, kw_only=True)
class Words(OwnWords):
    """What a report says in one language; the defaults are English, and name what each is for by their own words.

    What stands in braces is filled in. Words that screens of a room say too are taken from there.
    """

    # Heads of the report and of what can go in it, by the keys of ``of_room.CONTENTS``.
    parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "summary": "On one page",
            "promise": "What people could rely on",
            "disagreement": "Where we differ",
            "dots": "Question by question",
            "profile": "The profile",
            "stages": "How far each person's own answers reach",
            "change": SINCE_LAST_TIME(),
            "maps": "Where people see the work",
            "surroundings": "What surrounds the work",
            "settled": "What we made of it",
            "actions": "What we will do",
            "feedback": "How it was for people",
            "method": "How to read this, and what it rests on",
        }
    )
    contents: str = "In this report"
    unnamed: str = "A workshop without a name"
    continued: str = "{title} (continued)"
    example: str = "An example: place, people and answers are invented."
    untranslated: str = (
        "The questions are in “{language}”. The words of this report around them are not translated yet, and are in "
        "English."
    )

    # What everything rests on.
    caution: str = CAUTION_OF_A_ROOM.english
    short_caution: str = "To talk about. Not to rank or compare by."
    source: str = "{people} · {answered} answered · {definition} · {date} · {caution}"
    people: str = "{n} people"
    hidden: str = NOT_SHOWN.english
    too_few: str = TOO_FEW_TO_SHOW.english
    on_day: str = "Workshop on"
    written_on: str = "Written on"
    who: str = "Who answered"
    asked: str = "What we looked at"
    smallest: str = "No figure of fewer than"
    rounds: str = "How often we answered"
    months: tuple[str, ...] = (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
    written_out: str = "{day} {month} {year}"
    of_room: str = "{people} · {definition} · {date} · {caution}"
    groups_hidden: str = "{people}, from {n} groups that are too small to show apart."
    no_groups: str = "Groups were too small to be shown apart."
    rounds_told: Mapping[int, str] = field(
        default_factory=lambda: {
            1: "once",
            2: "twice; after the talk, some questions again",
        }
    )
    forms: Mapping[str, str] = field(
        default_factory=lambda: {
            "short": "{title} (short form: one question on each theme, a first sketch)",
            "full": "{title} (full form)",
        }
    )
    practice: str = "An invented story that we practised on. Nothing of it counts."
    practised: str = "Practised first on an invented story: {title}"
    practised_on: str = "{title} (practised on an invented story)"

    # One page.
    agreed_on: str = "What we agreed"
    nothing_agreed: str = "Nothing was agreed on yet."
    alike: str = "Where we see it alike"
    differ: str = "Where we differ most"
    most_chose: str = "{question} Chosen most often: “{answer}” ({n} of the {of} who chose)."
    we_agreed: str = "{question} “{answer}”"
    two_views: str = "{question} One view: {one} The other view: {other}"
    lies: str = "{question} {shape}."
    nothing_alike: str = "On no question do most answers lie close together."
    no_difference: str = "No question divides us clearly. That may mean that we agree, or that some of us kept quiet."
    no_actions: str = "No action was written down."
    action: str = "{what} ({who})"
    and_more: str = "And {n} more, further on."
    of_level: str = "{level}: {words}"

    # Questions.
    own_words: str = "People answered this in their own words, which are theirs alone and in no report."
    first_time: str = "The first time"
    second_time: str = "The second time"
    answers: str = "People"
    letter: str = "Mark"
    situation: str = "Situation"
    how_many: str = "How many chose what"
    hear_first: str = "Hear this first, chosen by few"
    groups_see: str = "How groups see it"
    group: str = "Group"
    one_side: str = decisions.ONE_SIDE.english
    other_side: str = decisions.OTHER_SIDE.english
    agreed: str = "We agreed, for now"
    heard: str = decisions.NOTE.english
    evidence: str = decisions.EVIDENCE.english
    no_disagreement: str = "No question divides us clearly, and no disagreement was written down."
    shapes: Mapping[Shape | None, ShapeTexts] = field(default_factory=lambda: SHAPE_TEXTS)

    # The profile.
    about: Mapping[bool, AboutProfile] = field(default_factory=lambda: ABOUT_PROFILE)
    shape_of: str = "The shape"
    theme_by_theme: str = "Theme by theme"
    by_group: str = "Theme by theme, group by group: index from 0 to 4, and people behind it"
    everyone: str = "Everyone"
    theme: str = "Theme"
    index: str = "Index, 0 to 4"
    median: str = "Median"
    balanced: str = "Index, groups weighing the same"
    answered: str = "Answered"
    agreed_stage: str = "Agreed stage"
    target: str = "Target"
    hands: str = "Whose hands"
    stages_note: str = (
        "A stage is the farthest that every answer of a person reaches. People are counted; nobody is averaged."
    )
    marks: Mapping[str, str] = field(default_factory=lambda: in_words(LOCI))

    # What changed since last time.
    keep_in_mind: str = f"{KEEP_IN_MIND()}:"
    cautions: Mapping[str, str] = field(default_factory=lambda: in_words(CAUTIONS))
    overlap: Mapping[str, Plural] = field(default_factory=lambda: OVERLAP)
    not_said_who: str = NOT_SAID_WHO()
    then_test: str = THEN_TEST()
    likely_about: str = LIKELY_ABOUT()
    linked_about: str = LINKED_ABOUT()
    change_heads: tuple[str, ...] = tuple(head() for head in CHANGE_HEADS)

    # Maps and what surrounds the work.
    map_place: str = "Place"
    map_where: str = "Where on the map"
    map_part: str = "Part of this map is not shown here."
    map_note: str = "People are counted where they see the work. No place is better than another."
    directions: Mapping[str, str] = field(default_factory=lambda: in_words(DIRECTIONS))
    outside: str = "Outside our control"
    brings_up: str = "Answers to these questions bring it up:"
    to_talk: str = "To talk about:"
    most_raised: str = "What the answers bring up most clearly; it may be looked at, and left aside."
    nothing_raised: str = "The answers have brought up nothing from the list of what can surround such work."
    own_factors: str = "What else we named ourselves"

    # What becomes of it.
    what: str = "What"
    owner: str = "Who sees to it"
    due: str = "By when"
    stands: str = "How it stands"
    became: str = "What became of it"
    actions_told: str = "What we said we would do"
    last_time: str = "What we said last time, and what became of it"
    parked: str = "To come back to"
    status: Mapping[str, str] = field(default_factory=lambda: in_words(AFTER_BECAME))
    promise: Mapping[str, str] = field(default_factory=lambda: {name: line.asked() for name, line in PROMISE.items()})
    feedback_n: str = "{n} people said something."
    felt_heard: str = FEEDBACK_HEARD()
    felt_worth: str = FEEDBACK_WORTH()
    feedback_steps: tuple[str, ...] = tuple(step() for step in FEEDBACK_STEPS)
    feedback_words: str = "What people said, in no order of theirs"

    # The method.
    method: tuple[str, ...] = (
        "A dot is one person's answer. Everybody answered alone before anyone saw anything; the dots carry no names.",
        "“{hidden}” stands wherever fewer than {k} people are behind a figure, or where such a figure could be worked "
        "out from others, unless everybody in the room agreed in private that small groups are shown. It says nothing "
        "about why.",
        "“Answered” is the share of all answers, of everyone to whom a question applies, that hold a chosen situation. "
        "“Don't know” and “outside our control” are answers too, and never count as zero. What does not apply is left "
        "out.",
    )
    method_scores: tuple[str, ...] = (
        "The index is the mean of people's scores, from 0 to 4. The median stands beside it, because a mean can hide "
        "two camps. With groups weighing the same, a large group doesn't speak for a small one. Levels are never "
        "added up.",
        "Read differences before averages. Nothing here says how good a service is, and no figure here is made to be "
        "set beside that of another place.",
    )
    definitions: str = "What was asked, exactly"
    definition_head: tuple[str, ...] = ("Questionnaire", "Version", "Mark of its text", "People", "Computed with")

    def day(self, day: date) -> str:
        """A day, written out."""
        return self.written_out.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def share(self, share: float | None) -> str:
        """A share in [0, 1] as people read it; None where that may not be told."""
        return self.hidden if share is None else f"{share:.0%}"

    def rests_on(self, people: str, completeness: float | None, definition: str, date: str) -> str:
        """The line below every table and picture: what it rests on.

        Args:
            people: Behind it, in words.
            completeness: Share answered, in [0, 1]; None where that may not be told.
            definition: What was asked, with its version.
            date: Of the answers, as ISO 8601.
        """
        return self.source.format(
            people=people,
            answered=self.share(completeness),
            definition=definition,
            date=date,
            caution=self.short_caution,
        )


WORDS: Mapping[str, Words] = {"en": Words()}
"""By language."""

USUAL = "en"


def words_of(language: str) -> Words:
    """The words of a language, or of the language that it is a kind of; English where nobody has written them yet."""
    return WORDS.get(language) or WORDS.get(language.split("-", maxsplit=1)[0]) or WORDS[USUAL]


def is_translated(language: str) -> bool:
    """Whether the report's own words are in this language."""
    return language in WORDS or language.split("-", maxsplit=1)[0] in WORDS
