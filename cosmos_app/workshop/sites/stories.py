"""Stories: what sites agreed, did and noted about a theme, as far as they agreed to share it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cosmos_app.content.catalogue import catalogues
from cosmos_app.interchange.records import factors_for_others
from cosmos_app.storage import Received, Room, Story
from cosmos_app.storage.current import store
from cosmos_app.workshop.participation import definition
from cosmos_app.workshop.sites.comparison import asked_of, depths_of, rows_of, waves_by_site
from cosmos_app.workshop.sites.imports import asked_in, definition_in, whole_group
from cosmos_app.workshop.sites.sharing import Sharing
from models.answers import Evidence
from models.comparison import Row
from models.definition import Questionnaire
from models.disclosure import threshold
from models.external_factors import MOST_RAISED
from models.items import Item
from models.learning import CommonFactor, Deed, Experience, Match, common_factors, match
from models.sites import SiteCard


def matches(told: Sequence[Experience], own: Sharing | None, theme: str) -> tuple[Match, ...]:
    """Find sites that have a story about a theme.

    Args:
        told: What sites know, from ``experiences``.
        own: The site that asks; None for somebody who has none.
        theme: Id of a dimension.
    """
    others = [one for one in told if own is None or one.site != own.site.name]
    return match(own.site.card if own else SiteCard(), theme, others)


def in_common(told: Sequence[Experience], own: Sharing) -> tuple[CommonFactor, ...]:
    """What surrounds a site and others too, and what each did about it; nothing if it does not share its stories."""
    others = [one for one in told if one.site != own.site.name]
    return next((common_factors(one, others) for one in told if one.site == own.site.name), ())


def experiences(sites: Sequence[Sharing], questionnaire: str) -> list[Experience]:
    """What sites that share their stories know; figures only of those that share them too."""
    telling = [one for one in sites if one.site.agreement.stories]
    newest = asked_of(sites).get(questionnaire)
    if newest is None:
        return []
    waves = waves_by_site([one for one in telling if one.site.agreement.figures], questionnaire)
    rows = rows_of(waves, newest, depths_of(sites, questionnaire))
    rooms = [room.id for one in telling for room in one.rooms if questionnaire in room.definitions]
    kept = store().stories(rooms, questionnaire)
    return [_experience(one, newest, rows.get(one.key, ()), kept) for one in telling]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """What one workshop agreed, did and noted on a questionnaire.

    Attributes:
        asked: The questions, by id, as they were asked there.
        actions: What it means to do: what, status, became, and the subject it came from.
        evidence: Behind what it settled, by question.
        targets: In 0-4, by theme.
        raised: Ids of the factors that its answers raised, past its gate.
        own: Factors it named itself: name by id.
    """

    asked: Mapping[str, Item]
    actions: Sequence[tuple[str, str, str, str]]
    evidence: Mapping[str, Evidence]
    targets: Mapping[str, float]
    raised: Sequence[str]
    own: Mapping[str, str]


def _experience(one: Sharing, newest: Questionnaire, rows: Sequence[Row], kept: Mapping[str, Story]) -> Experience:
    told = [_of_room(room, newest.id, kept[room.id]) for room in one.rooms if newest.id in room.definitions]
    told += [_of_received(other, newest.id) for other in one.received if newest.id in asked_in(other)]
    evidence: dict[str, dict[str, None]] = {}
    for story in told:
        for item, behind in story.evidence.items():
            for theme in story.asked[item].scores if item in story.asked else ():
                evidence.setdefault(theme, {})[_words(behind)] = None
    return Experience(
        site=one.site.name,
        card=one.site.card,
        agreement=one.site.agreement,
        themes={theme.id: [row.themes.get(theme.id) for row in rows] for theme in newest.dimensions},
        deeds=tuple(deed for story in told for deed in _deeds(story, newest.id)),
        evidence={theme: tuple(words) for theme, words in evidence.items()},
        targets={theme: target for story in told for theme, target in story.targets.items()},
        factors=tuple(dict.fromkeys(factor for story in told for factor in (*story.raised, *story.own.values()))),
    )


def _deeds(story: _Story, questionnaire: str) -> list[Deed]:
    return [
        Deed(what=what, status=status, became=became, about=_about(story, questionnaire, subject))
        for what, status, became, subject in story.actions
    ]


def _about(story: _Story, questionnaire: str, subject: str) -> tuple[str, ...]:
    """The themes in which the question counts that an action came from, or the factor."""
    name, _, item = subject.partition("/")
    if not item:
        return (story.own.get(name, name),) if name else ()
    return tuple(story.asked[item].scores) if name == questionnaire and item in story.asked else ()


def _words(evidence: Evidence) -> str:
    return ", ".join(filter(None, (evidence.note, evidence.link, evidence.date)))


def _of_room(room: Room, questionnaire: str, kept: Story) -> _Story:
    return _Story(
        asked=definition(room.definitions[questionnaire])[0].by_id,
        actions=[(one.what, one.status, one.became, one.subject) for one in kept.actions],
        evidence=kept.evidence,
        targets=kept.targets,
        raised=_raised(_everyone(kept.result), room.plan.smallest_group),
        own={one.id: one.name for one in kept.own_factors},
    )


def _everyone(result: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """What was told of everyone together at a reveal; nothing of it where too few answered."""
    return next((group for group in (result or {"groups": ()})["groups"] if not group["by"]), {})


def _of_received(one: Received, questionnaire: str) -> _Story:
    told = one.body["questionnaires"][questionnaire]
    return _Story(
        asked=definition_in(one, questionnaire).by_id,
        actions=[(did["what"], did["status"], did["became"], did["subject"]) for did in one.body["actions"]],
        evidence={item: Evidence(**said["evidence"]) for item, said in told["settled"].items() if said["evidence"]},
        targets=told["targets"],
        raised=_raised(whole_group(told), one.body["smallest_group"]),
        own={own["id"]: own["name"] for own in one.body["own_factors"]},
    )


def _raised(everyone: Mapping[str, Any], k: int) -> list[str]:
    """Ids of the factors that everyone's answers raised, as far as others may know."""
    told = factors_for_others(everyone.get("factors", ()), threshold(k))
    return [one["id"] for one in told][:MOST_RAISED]


def factor_name(factor: str) -> str:
    """What a factor is called; one that a room named itself is called as the room called it."""
    return next((one.name for one in catalogues().factors.factors if one.id == factor), factor)
