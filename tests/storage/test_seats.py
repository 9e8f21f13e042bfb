"""Seats: tokens lead back to them, and never to somebody else's."""

from datetime import timedelta

import pytest
from support.stores import DAY, DOCUMENT, begin, seat

from cosmos_app.settings import days_kept
from cosmos_app.storage import Seat, StoreError, TakenError


def test_a_token_leads_back_to_the_seat(store):
    kept = store.keep_definition(DOCUMENT)
    workshop = store.start({"zeta": kept, "alpha": kept}, "short", kind="shared", example=True, today=DAY)
    person = store.join(workshop, "t", role="nurse", family="staff", second_hat="neighbour")
    store.set_phase(workshop, "revealed")

    assert store.resume("t") == Seat(
        participant=person,
        workshop=workshop,
        kind="shared",
        phase="revealed",
        round=1,
        depth="short",
        example=True,
        erase_on=DAY + timedelta(days_kept("visit")),
        definitions={"zeta": kept, "alpha": kept},
        role="nurse",
        family="staff",
        second_hat="neighbour",
        finished=False,
        name=None,
        late=False,
        consents=None,
        helped=False,
        idle=False,
    )
    assert list(store.resume("t").definitions) == ["zeta", "alpha"]


def test_an_unknown_token_leads_nowhere(store):
    assert store.resume("never given") is None


def test_what_a_participant_changes_is_there_when_they_come_back(store):
    person = seat(store, "t")
    assert (store.resume("t").phase, store.resume("t").round) == ("open", 1)
    store.finish(person)
    found = store.resume("t")
    assert found.finished


def test_several_tokens_lead_to_one_seat(store):
    person = seat(store, "phone")
    store.add_token(person, "laptop")
    store.add_token(person, "laptop")
    assert store.resume("phone").participant == store.resume("laptop").participant == person


def test_a_code_never_leads_to_somebody_else_s_seat(store):
    first = seat(store, "code")
    with pytest.raises(TakenError):
        store.add_token(seat(store, "other"), "code")
    assert store.resume("code").participant == first


def test_a_token_moves_to_a_new_seat_whole_or_not_at_all(store):
    first = seat(store, "browser")
    second = store.join(begin(store), "browser", move=True)
    assert store.resume("browser").participant == second
    store.add_token(first, "browser", move=True)
    assert store.resume("browser").participant == first
    with pytest.raises(StoreError):
        store.join("a workshop that is gone", "browser", move=True)
    assert store.resume("browser").participant == first
