"""Stories: what sites decided, did and noted about a theme, as far as they agreed to share it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cosmos_app.content.catalogue import catalogues
from cosmos_app.interchange.records import factors_for_others
from cosmos_app.storage import ReceivedBundle, Room, Story
from cosmos_app.storage.current import store
from cosmos_app.workshop.participation import definition
from cosmos_app.workshop.sites.comparison import depths_of, questionnaires_to_compare, rows_of, waves_by_site
from cosmos_app.workshop.sites.imports import definition_in, questionnaires_in, whole_group
from cosmos_app.workshop.sites.sharing import SharedSite
from models.answers import Evidence
from models.definition import Questionnaire, number_of
from models.external_factors import MOST_RAISED
from models.items import Item
from models.learning import CommonFactor, Experience, Match, SharedAction, common_factors, match
from models.side_by_side import Row
from models.sites import SiteCard
from models.smallest_group import threshold


def matches(known: Sequence[Experience], own: SharedSite | None, theme: str) -> tuple[Match, ...]:
    """Find sites that have a story about a theme.

    Args:
        known: What sites know, from ``experiences``.
        own: The site that asks; None for somebody who has none.
        theme: Id of a dimension.
    """
    others = [experience for experience in known if own is None or experience.site != own.site.name]
    return match(own.site.card if own else SiteCard(), theme, others)


def in_common(known: Sequence[Experience], own: SharedSite) -> tuple[CommonFactor, ...]:
    """External factors that a site and others met, and what each did about them; () if it does not share its stories.

    Args:
        known: What sites know, from ``experiences``.
        own: The site that asks.
    """
    others = [experience for experience in known if experience.site != own.site.name]
    mine = next((experience for experience in known if experience.site == own.site.name), None)
    return common_factors(mine, others) if mine else ()


def experiences(sites: Sequence[SharedSite], questionnaire: str) -> list[Experience]:
    """What the sites that share their stories know; with figures only of those that share them too."""
    telling = [shared for shared in sites if shared.site.sharing_agreement.stories]
    newest = questionnaires_to_compare(sites).get(questionnaire)
    if newest is None:
        return []
    with_figures = [shared for shared in telling if shared.site.sharing_agreement.figures]
    rows = rows_of(waves_by_site(with_figures, questionnaire), newest, depths_of(sites, questionnaire))
    rooms = [room.id for shared in telling for room in shared.rooms if questionnaire in room.definitions]
    kept = store().stories(rooms, questionnaire)
    return [_experience(shared, newest, rows.get(shared.key, ()), kept) for shared in telling]


BY_TABLES = (0, 6, 0)
"""The first engine that computes all that is told of a group from its released tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """What one workshop decided, did and noted on a questionnaire.

    Attributes:
        asked: The questions, by id, as they were asked there.
        actions: What it means to do: what, status, became, and the subject it came from.
        evidence: Behind its decisions, by question.
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


def _experience(
    shared: SharedSite, newest: Questionnaire, rows: Sequence[Row], kept: Mapping[str, Story]
) -> Experience:
    stories = [_of_room(room, newest.id, kept[room.id]) for room in shared.rooms if newest.id in room.definitions]
    stories += [_of_bundle(bundle, newest.id) for bundle in shared.received if newest.id in questionnaires_in(bundle)]
    evidence: dict[str, dict[str, None]] = {}
    for story in stories:
        for item, behind in story.evidence.items():
            for theme in story.asked[item].scores if item in story.asked else ():
                evidence.setdefault(theme, {})[_listed(behind)] = None
    factors = (factor for story in stories for factor in (*story.raised, *story.own.values()))
    return Experience(
        site=shared.site.name,
        card=shared.site.card,
        agreement=shared.site.sharing_agreement,
        themes={theme.id: [row.themes.get(theme.id) for row in rows] for theme in newest.dimensions},
        actions=tuple(action for story in stories for action in _actions(story, newest.id)),
        evidence={theme: tuple(notes) for theme, notes in evidence.items()},
        targets={theme: target for story in stories for theme, target in story.targets.items()},
        factors=tuple(dict.fromkeys(factors)),
    )


def _actions(story: _Story, questionnaire: str) -> list[SharedAction]:
    return [
        SharedAction(what=what, status=status, became=became, about=_about(story, questionnaire, subject))
        for what, status, became, subject in story.actions
    ]


def _about(story: _Story, questionnaire: str, subject: str) -> tuple[str, ...]:
    """What an action is about: the themes of the question it came from, or the factor."""
    name, _, item = subject.partition("/")
    if not item:
        return (story.own.get(name, name),) if name else ()
    return tuple(story.asked[item].scores) if name == questionnaire and item in story.asked else ()


def _listed(evidence: Evidence) -> str:
    return ", ".join(filter(None, (evidence.note, evidence.link, evidence.date)))


def _of_room(room: Room, questionnaire: str, kept: Story) -> _Story:
    return _Story(
        asked=definition(room.definitions[questionnaire])[0].by_id,
        actions=[(action.what, action.status, action.became, action.subject) for action in kept.actions],
        evidence=kept.evidence,
        targets=kept.targets,
        raised=_raised(_everyone(kept.result), room.plan.smallest_group) if is_by_tables(kept.engine) else (),
        own={factor.id: factor.name for factor in kept.own_factors},
    )


def is_by_tables(engine: str) -> bool:
    """Whether an engine computes factors from released tables only, so that what it kept may be told to others.

    Those before 0.6 looked at the answers of people, also behind hidden questions.
    """
    return bool(engine) and number_of(engine) >= BY_TABLES


def _everyone(result: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """The figures of everyone together in a stored result; empty where too few answered."""
    return next((group for group in (result or {"groups": ()})["groups"] if not group["by"]), {})


def _of_bundle(bundle: ReceivedBundle, questionnaire: str) -> _Story:
    body, sent = bundle.body, bundle.body["questionnaires"][questionnaire]
    decisions = sent["settled"].items()
    return _Story(
        asked=definition_in(bundle, questionnaire).by_id,
        actions=[(action["what"], action["status"], action["became"], action["subject"]) for action in body["actions"]],
        evidence={item: Evidence(**decision["evidence"]) for item, decision in decisions if decision["evidence"]},
        targets=sent["targets"],
        raised=_raised(whole_group(sent), body["smallest_group"]),
        own={factor["id"]: factor["name"] for factor in body["own_factors"]},
    )


def _raised(everyone: Mapping[str, Any], k: int) -> list[str]:
    """Ids of the factors that everyone's answers raised, as far as others may know."""
    return [raised["id"] for raised in factors_for_others(everyone.get("factors", ()), threshold(k))][:MOST_RAISED]


def factor_name(factor: str) -> str:
    """The name of a factor of the catalogue; of a factor that a room named itself, what the room called it."""
    return next((known.name for known in catalogues().factors.factors if known.id == factor), factor)
