"""Words of the report of one person's own answers, where it says more than that of a room, or says it to one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.workshop import Kind

CAUTION_OF_ONE = (
    "A reflection of one person's answers on one day, to talk about. Not a measurement of a service, and nothing to "
    "rank or compare services by."
)
"""Stands in every file of one person's answers."""


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """What it says in one language; the defaults are English, and what stands in braces is filled in."""

    own_parts: Mapping[str, str] = field(
        default_factory=lambda: {
            "themes": "The answers behind it",
            "thoughts": "In my own words",
            "reasons": "Why these scores",
            "said": "What I said",
            "maps": "On the maps",
            "surroundings": "What helps, what hinders",
            "method": "What this rests on",
        }
    )
    own_caution: str = CAUTION_OF_ONE
    own_example: str = "An example. The answers are invented."
    own_people: Mapping[Kind, str] = field(
        default_factory=lambda: {"alone": "One person", "shared": "Several people, at one screen", "room": "One person"}
    )
    own_sketch: str = "One question each: a first sketch."
    own_scale: str = (
        "From 0 to 4. A theme with too few answers has a gap. A grey bar is where the score could lie with the missing "
        "answers."
    )
    own_score: str = "Score, 0\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}4"
    own_now: str = "Now"
    own_stage: str = "Stage"
    own_share: str = "{n}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{of} ({share})"
    own_reading: str = "Read another way: {title}"
    own_pillar: str = "{title}. {about} {scores}"
    own_worth: str = "{answer} ({worth:g}\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}{top})"
    own_why: str = "Why: {words}"
    own_evidence: str = "Evidence: {told}"
    own_reaches: str = "{arithmetic} Every answer reaches the stage “{stage}”."
    own_next: str = "What “{stage}” would look like here:"
    own_map_note: str = "A map is not a ladder: no place is the goal."
    own_place: str = "Where I see the work"
    own_could_lie: str = "Could lie between"
    own_here: str = "here"
    own_prompts: str = "{place}. To talk about:"
    own_because: str = "Why here:"
    own_nothing_raised: str = "The answers raise no external factor. That does not mean there is none."
    own_sources: str = "The questions draw on:"
