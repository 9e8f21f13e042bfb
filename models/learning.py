"""Learning from each other: which sites have experience with a theme; never which site is better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from re import findall
from types import MappingProxyType
from typing import Literal

from models.group_scores import DimensionSummary
from models.sites import SharingAgreement, SiteCard

Outcome = Literal["done", "dropped", "open", "no-step"]
"""How their actions went: something was done; everything begun was dropped; something is under way and nothing is done
yet; there is a story, but no action that we know of. It is never derived from a score: figures are shown beside it
without a judgement, and sharing more makes no difference."""

CONTEXT = ("service", "compelled", "stage", "started_by", "size", "country", "languages")
"""Fields of a card that make sites alike for learning: a practice depends on its context (realist evaluation: Pawson &
Tilley 1997; benchlearning instead of ranking: CAF 2020)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAction:
    """One thing a site agreed to do.

    Attributes:
        what: In their words.
        status: As they last said: "open", "done" or "dropped".
        became: What became of it, in their words; "" for not said.
        about: Ids of the dimensions and external factors it is about.
    """

    what: str
    status: str
    became: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """What one site has experienced, as far as it may be shared with others.

    Attributes:
        site: Its name.
        card: How it describes itself.
        agreement: What it agreed to share; everything else is ignored.
        themes: What its workshops disclose of each theme, in the order of time; None where too few, or not comparable.
        actions: What it agreed to do.
        evidence: What others could look at, by theme.
        targets: The stage it aims for, by theme, in 0-4.
        factors: Ids of the external factors that its workshops raised or named, in that order.
    """

    site: str
    card: SiteCard
    agreement: SharingAgreement
    themes: Mapping[str, Sequence[DimensionSummary | None]] = field(default_factory=lambda: MappingProxyType({}))
    actions: tuple[SharedAction, ...] = ()
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    targets: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A site to learn from about one theme.

    Attributes:
        site: Its name.
        in_common: Fields in which its card is like one's own, as names of fields of ``SiteCard``, in their order.
        differs: Fields that both filled in differently, likewise.
        outcome: How their actions went.
        themes: What its workshops disclose of the theme, in the order of time; empty unless it shares figures.
        actions: What it agreed to do about the theme.
        evidence: What others could look at.
        target: The stage it aims for, in 0-4; None if it set none.
        may_ask: Whom to ask; "" if it did not agree to be asked.
    """

    site: str
    in_common: tuple[str, ...]
    differs: tuple[str, ...]
    outcome: Outcome
    themes: tuple[DimensionSummary | None, ...]
    actions: tuple[SharedAction, ...]
    evidence: tuple[str, ...]
    target: float | None
    may_ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonFactor:
    """An external factor that one's own site and others met.

    Attributes:
        factor: Its id.
        mine: What one's own site did about it.
        others: What each of the other sites did, by name of the site, sorted; () for a site that only met it.
    """

    factor: str
    mine: tuple[SharedAction, ...]
    others: Mapping[str, tuple[SharedAction, ...]]


def match(own: SiteCard, priority: str, others: Sequence[Experience]) -> tuple[Match, ...]:
    """Find sites that have a story about a theme: more in common first, then by name; never by score.

    Args:
        own: The card of the site that asks.
        priority: Id of the dimension they ask about.
        others: The other sites; those that did not agree to share stories are left out.
    """
    found = [_match(own, priority, other) for other in others if other.agreement.stories]
    has_a_story = [site for site in found if site.actions or site.evidence]
    return tuple(sorted(has_a_story, key=lambda site: (-len(site.in_common), site.site.casefold(), site.site)))


def common_factors(own: Experience, others: Sequence[Experience]) -> tuple[CommonFactor, ...]:
    """The external factors that one's own site met and others met too, in one's own order.

    Args:
        own: The experience of the site that asks.
        others: The other sites; those that did not agree to share stories are left out.
    """
    sharing = [other for other in others if other.agreement.stories]
    sharing.sort(key=lambda other: (other.site.casefold(), other.site))
    common = []
    for factor in dict.fromkeys(own.factors):
        met = {other.site: _about(other.actions, factor) for other in sharing if factor in other.factors}
        if met:
            common.append(CommonFactor(factor=factor, mine=_about(own.actions, factor), others=met))
    return tuple(common)


def _match(own: SiteCard, priority: str, other: Experience) -> Match:
    given = [name for name in CONTEXT if getattr(own, name).strip() and getattr(other.card, name).strip()]
    alike = [name for name in given if _is_alike(name, getattr(own, name), getattr(other.card, name))]
    themes = tuple(other.themes.get(priority, ())) if other.agreement.figures else ()
    actions = _about(other.actions, priority)
    return Match(
        site=other.site,
        in_common=tuple(alike),
        differs=tuple(name for name in given if name not in alike),
        outcome=_outcome(actions),
        themes=themes,
        actions=actions,
        evidence=tuple(other.evidence.get(priority, ())),
        target=other.targets.get(priority),
        may_ask=other.agreement.contact if other.agreement.asked else "",
    )


def _outcome(actions: Sequence[SharedAction]) -> Outcome:
    statuses = {action.status for action in actions}
    if "done" in statuses:
        return "done"
    if statuses == {"dropped"}:
        return "dropped"
    return "open" if statuses else "no-step"


def _is_alike(name: str, own: str, other: str) -> bool:
    """Whether two cards say the same: languages if any is shared, a service if one has all the other's words."""
    mine, theirs = set(findall(r"\w+", own.casefold())), set(findall(r"\w+", other.casefold()))
    match name:
        case "languages":
            return bool(mine & theirs)
        case "service":
            return mine <= theirs or theirs <= mine
        case _:
            return mine == theirs


def _about(actions: Sequence[SharedAction], subject: str) -> tuple[SharedAction, ...]:
    return tuple(action for action in actions if subject in action.about)
