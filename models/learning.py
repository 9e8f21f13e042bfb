"""Learning from each other: which sites know something of what one asks about; never which is better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from re import findall
from types import MappingProxyType
from typing import Literal

from models.sites import SharingAgreement, SiteCard
from models.waves import DisclosedTheme

Outcome = Literal["done", "dropped", "open", "no-step"]
"""What they say of it: something was done; all that was begun was dropped; something is under way and nothing done yet;
there is a story, but no step that we know of. It never comes from a score: figures stand beside, without a judgement,
and who shares more is not called anything else."""

CONTEXT = ("service", "compelled", "stage", "started_by", "size", "country", "languages")
"""What of a card makes sites alike for learning: a practice travels with its context (realist evaluation: Pawson &
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
    """What one site knows, as far as it is on its way to others.

    Attributes:
        site: Its name.
        card: What it is.
        agreement: What it agreed to share; what it did not is never looked at.
        themes: What its workshops told of each theme, in the order of time; None where too few, or not comparable.
        actions: What it agreed to do.
        evidence: What others could look at, by theme.
        targets: The stage it aims for, by theme, in 0-4.
        factors: Ids of the external factors that its workshops raised or named, in the order told.
    """

    site: str
    card: SiteCard
    agreement: SharingAgreement
    themes: Mapping[str, Sequence[DisclosedTheme | None]] = field(default_factory=lambda: MappingProxyType({}))
    actions: tuple[SharedAction, ...] = ()
    evidence: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    targets: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A site to learn from about one theme.

    Attributes:
        site: Its name.
        in_common: What its card shares with one's own, as field names of ``SiteCard``, in their order.
        differs: What both said and is another, likewise.
        outcome: What they say of it.
        themes: What its workshops told of the theme, in the order of time; empty unless it shares figures.
        actions: What it agreed to do about the theme.
        evidence: What others could look at.
        target: The stage it aims for, in 0-4; None for not said.
        may_ask: Whom to ask; "" if it may not be asked.
    """

    site: str
    in_common: tuple[str, ...]
    differs: tuple[str, ...]
    outcome: Outcome
    themes: tuple[DisclosedTheme | None, ...]
    actions: tuple[SharedAction, ...]
    evidence: tuple[str, ...]
    target: float | None
    may_ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonFactor:
    """An external factor that oneself and others met.

    Attributes:
        factor: Its id.
        mine: What one did about it oneself.
        others: What each of the other sites did, by name of the site, sorted; () for a site that only met it.
    """

    factor: str
    mine: tuple[SharedAction, ...]
    others: Mapping[str, tuple[SharedAction, ...]]


def match(own: SiteCard, priority: str, others: Sequence[Experience]) -> tuple[Match, ...]:
    """Find sites that have a story about a theme: more in common first, then by name; never by score.

    Args:
        own: Who asks.
        priority: Id of the dimension they ask about.
        others: The other sites; those that did not agree to share stories are left out.
    """
    found = [_match(own, priority, one) for one in others if one.agreement.stories]
    has_a_story = [one for one in found if one.actions or one.evidence]
    return tuple(sorted(has_a_story, key=lambda one: (-len(one.in_common), one.site.casefold(), one.site)))


def common_factors(own: Experience, others: Sequence[Experience]) -> tuple[CommonFactor, ...]:
    """Name the external factors that one met oneself and that others met too, in one's own order.

    Args:
        own: Who asks.
        others: The other sites; those that did not agree to share stories are left out.
    """
    told = sorted((one for one in others if one.agreement.stories), key=lambda one: (one.site.casefold(), one.site))
    common = []
    for factor in dict.fromkeys(own.factors):
        met = {one.site: _about(one.actions, factor) for one in told if factor in one.factors}
        if met:
            common.append(CommonFactor(factor=factor, mine=_about(own.actions, factor), others=met))
    return tuple(common)


def _match(own: SiteCard, priority: str, other: Experience) -> Match:
    said = [name for name in CONTEXT if getattr(own, name).strip() and getattr(other.card, name).strip()]
    alike = [name for name in said if _is_alike(name, getattr(own, name), getattr(other.card, name))]
    themes = tuple(other.themes.get(priority, ())) if other.agreement.figures else ()
    actions = _about(other.actions, priority)
    return Match(
        site=other.site,
        in_common=tuple(alike),
        differs=tuple(name for name in said if name not in alike),
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


def _is_alike(name: str, one: str, other: str) -> bool:
    """Whether two cards say the same: languages if any is shared, a service if one says all that the other does."""
    mine, theirs = set(findall(r"\w+", one.casefold())), set(findall(r"\w+", other.casefold()))
    match name:
        case "languages":
            return bool(mine & theirs)
        case "service":
            return mine <= theirs or theirs <= mine
        case _:
            return mine == theirs


def _about(actions: Sequence[SharedAction], subject: str) -> tuple[SharedAction, ...]:
    return tuple(action for action in actions if subject in action.about)
