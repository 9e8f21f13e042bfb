"""Learning from each other: who knows something of a theme, in context, with consent, and in no order of merit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.group_scores import DimensionSummary
from models.learning import CONTEXT, Experience, SharedAction, common_factors, match
from models.sites import SharingAgreement, SiteCard

OURS = SiteCard(
    service="Home care",
    people="Older people",
    compelled="free",
    stage="pilot",
    started_by="people",
    size="under-500",
    country="Estonia",
    languages="Estonian, Russian",
)
ALL = SharingAgreement(figures=True, stories=True, asked=True, contact="mari@example.org")
DONE = SharedAction(what="Ask at the door", status="done", became="Neighbours came.", about=("power",))
DROPPED = SharedAction(what="A board", status="dropped", about=("power",))
OPEN = SharedAction(what="Pay for time", status="open", about=("power", "funding"))


def index(mean):
    return DimensionSummary(n=5, mean=mean, items=2, asked=2, completeness=1.0, stages={}, lower=mean, upper=mean)


def site(name="Tartu", card=OURS, agreement=ALL, indices=(), actions=(DONE,), **more):
    themes = {"power": [None if one is None else index(one) for one in indices]}
    return Experience(site=name, card=card, agreement=agreement, themes=themes, actions=actions, **more)


def only(*others, own=OURS):
    [found] = match(own, "power", others)
    return found


def test_a_site_tells_of_the_theme_asked_about_and_of_no_other():
    other = SharedAction(what="Tea", status="done", about=("roles",))
    found = only(
        site(actions=(DONE, other, OPEN), evidence={"power": ("a report",), "roles": ("x",)}, targets={"power": 3})
    )
    assert (found.actions, found.evidence, found.target) == ((DONE, OPEN), ("a report",), 3)


def test_a_site_without_a_story_about_the_theme_is_no_match():
    assert match(OURS, "power", [site(actions=(), indices=(1.0, 3.0))]) == ()
    assert match(OURS, "roles", [site()]) == ()


def test_what_a_site_did_not_agree_to_is_not_told():
    assert match(OURS, "power", [site(agreement=SharingAgreement(figures=True, asked=True, contact="x"))]) == ()
    no_figures = only(site(agreement=SharingAgreement(stories=True, contact="x"), indices=(1.0, 3.0)))
    assert (no_figures.themes, no_figures.may_ask) == ((), "")
    assert only(site()).may_ask == "mari@example.org"


@pytest.mark.parametrize(
    ("actions", "outcome"),
    [
        ((DONE,), "done"),
        ((DONE, DROPPED, OPEN), "done"),
        ((DROPPED,), "dropped"),
        ((DROPPED, OPEN), "open"),
        ((OPEN,), "open"),
    ],
)
@pytest.mark.parametrize("indices", [(), (1.0, 3.0), (3.0, 1.0), (1.0, None, 1.0)])
def test_what_is_said_of_a_site_comes_from_what_it_did_and_never_from_a_figure(actions, indices, outcome):
    assert only(site(actions=actions, indices=indices)).outcome == outcome
    no_figures = SharingAgreement(stories=True)
    assert only(site(actions=actions, indices=indices, agreement=no_figures)).outcome == outcome, (
        "sharing less changes nothing"
    )


def test_evidence_alone_is_a_story_too():
    assert only(site(actions=(), evidence={"power": ("a report",)})).outcome == "no-step"


def test_what_two_cards_share_and_what_they_do_not_is_told_and_silence_is_neither():
    card = SiteCard(
        service="home care for older people", compelled="compelled", stage="pilot", languages="russian; Finnish"
    )
    found = only(site(card=card))
    assert found.in_common == ("service", "stage", "languages")
    assert found.differs == ("compelled",)
    assert only(site(card=SiteCard())).in_common == ()


def test_a_site_with_more_in_common_comes_first_then_the_name():
    near, far = site("Zwolle"), site("Aarhus", card=SiteCard(country="Denmark"))
    again = site("aachen", card=SiteCard(country="Germany"))
    assert [one.site for one in match(OURS, "power", [far, near, again])] == ["Zwolle", "aachen", "Aarhus"]


@given(st.permutations([("A", 0.0), ("B", 4.0), ("C", 2.0)]), st.lists(st.floats(0, 4), min_size=3, max_size=3))
def test_no_score_moves_a_site_up_or_down(sites, before):
    others = [site(name, indices=(first, last)) for (name, last), first in zip(sites, before, strict=True)]
    assert [one.site for one in match(OURS, "power", others)] == ["A", "B", "C"]


def test_context_is_what_a_card_says_but_for_the_people_in_free_words():
    assert set(CONTEXT) == set(SiteCard.__dataclass_fields__) - {"people"}


def test_factors_that_both_met_come_in_ones_own_order_with_what_each_did():
    funding = SharedAction(what="Ask the fund", status="done", about=("funding",))
    own = site("Ours", factors=("law", "funding", "trust"), actions=(funding,))
    one = site("Tartu", factors=("funding", "law"), actions=(OPEN,))
    other = site("Aarhus", factors=("funding",), actions=())
    law, money = common_factors(own, [one, other])
    assert (law.factor, law.mine, law.others) == ("law", (), {"Tartu": ()})
    assert (money.factor, money.mine) == ("funding", (funding,))
    assert list(money.others.items()) == [("Aarhus", ()), ("Tartu", (OPEN,))]


def test_factors_of_a_site_that_shares_no_stories_are_not_told():
    quiet = site("Quiet", agreement=SharingAgreement(figures=True), factors=("law",))
    assert common_factors(site(factors=("law",)), [quiet]) == ()
