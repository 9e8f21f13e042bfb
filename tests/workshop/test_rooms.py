"""Rooms without screens: opening, joining, what is told and refused; the rehearsal and the example."""

from dataclasses import replace
from functools import partial
from traceback import format_exception

import pytest
from sqlalchemy import text
from support.refusals import refused
from support.room_builders import ITEMS, PLAN, two_worlds

from cosmos_app.outputs import exports
from cosmos_app.outputs.released import gather
from cosmos_app.storage import Decision, Feedback, current
from cosmos_app.workshop import participation, put_example, rehearsal, rooms, throttle
from cosmos_app.workshop.throttle import FREE_TRIES, TooSoonError
from models.answers import Response, Value
from models.plan import Plan, Promise
from models.silences import Skipped
from models.workshop import NotAllowedError


@pytest.fixture
def here(on_file, monkeypatch):
    """The store of this process, empty, with the questionnaires we ship."""
    monkeypatch.setattr(current, "open_store", lambda _address: on_file)
    monkeypatch.setattr(throttle, "BY_ADDRESS", throttle.Throttle())
    current.store.cache_clear()
    yield on_file
    current.store.cache_clear()


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    with two_worlds(tmp_path_factory.mktemp("worlds")) as made:
        yield made


def exported(room):
    return exports.bundle(gather(room))


def drafted(plan):
    return current.store().room(current.store().draft(plan))


def opened(**how):
    room = drafted(replace(PLAN, asked={"project": ()}, depth="short", **how))
    rooms.open_room(room)
    return current.store().room(room.id)


# Opening


def test_a_room_does_not_open_until_its_plan_is_whole_and_says_all_that_is_missing(here):
    room = drafted(replace(PLAN, site="", asked={"project": ("power",)}, promise=replace(PLAN.promise, reward=" ")))
    with refused(NotAllowedError, match=r"The plan still lacks: site, asked, promise\.reward\."):
        rooms.open_room(room)
    assert current.store().room(room.id).workshop.phase == "draft"
    assert rooms.layouts(current.store().room(room.id)) == {}


def test_a_plan_to_start_from_lacks_only_what_the_facilitator_knows(here):
    with refused(NotAllowedError, match=r"lacks: site, initiative, promise\.asked_by, .*harm_contact\.$") as told:
        rooms.open_room(drafted(rooms.first_plan()))
    assert "who_sees" not in str(told.value)


def test_what_is_not_on_offer_can_not_be_asked(here):
    room = drafted(replace(PLAN, asked={"project": (), "forgotten": ()}))
    with refused(NotAllowedError, match="Not on offer any more: forgotten"):
        rooms.open_room(room)


def test_a_room_asks_the_questionnaires_in_their_order_and_of_chosen_dimensions_only_their_items(here):
    room = drafted(replace(PLAN, asked={"ecology": (), "project": ("power", "risk", "results")}))
    rooms.open_room(room)
    layouts = rooms.layouts(current.store().room(room.id))
    assert list(layouts) == ["ecology", "project"]
    assert [one.id for one in layouts["project"].questionnaire.dimensions] == ["power", "risk", "results"]
    assert {name for item in layouts["project"].questionnaire.items for name in item.scores} == {
        "power",
        "risk",
        "results",
    }
    assert len(layouts["ecology"].questionnaire.dimensions) > 4


# Joining


def test_a_code_leads_into_its_room_however_it_is_typed(here):
    room = opened()
    [sitting] = here.sittings(room.id)
    assert rooms.by_code(f" {sitting.code[:3].lower()}-{sitting.code[3:]} ", "by code") == (room, sitting)
    assert rooms.join_link(sitting, "http://here:1") == f"http://here:1/join?code={sitting.code}"
    assert rooms.qr_svg("http://here:1/join").startswith("<svg")


def test_whoever_tries_wrong_codes_must_wait(here):
    [sitting] = here.sittings(opened().id)
    for _ in range(FREE_TRIES + 1):
        assert rooms.by_code("WRNGXX", "a guesser") is None
    with refused(TooSoonError, match="Too many wrong codes"):
        rooms.by_code(sitting.code, "a guesser")


def test_a_name_is_asked_for_only_where_it_stands_beside_reasons(here):
    named, unnamed = opened(named=True), opened()
    with refused(NotAllowedError, match="Please give a name"):
        rooms.take_seat(named, "t1", None, None, "  ")
    rooms.take_seat(named, "t1", "volunteer", "lived-experience", " Ada ", helped=True)
    rooms.take_seat(unnamed, "t2", None, None, "Ada")
    seat = here.resume("t1")
    assert (seat.name, seat.family, seat.second_hat, seat.helped) == (
        "Ada",
        "works-face-to-face",
        "lived-experience",
        True,
    )
    assert (here.resume("t2").name, here.resume("t2").family) == (None, None)


def test_a_second_seat_on_one_browser_takes_its_place(here):
    room = opened()
    for role in ("volunteer", "business"):
        rooms.take_seat(room, "t", role, None, "")
    assert here.resume("t").role == "business"
    assert rooms.counts(room).joined == 2


def test_nobody_joins_before_a_room_opens_or_after_it_agreed(worlds):
    def play(world, _side):
        world.join()
        world.go("frozen", "revealed", "agreed")
        world.join()
        return world.told[-1], len([one for one in world.people if one])

    told, seats = worlds.one(play)
    assert "past its questions" in told
    assert seats == 1


# Before the reveal


def test_only_families_that_are_large_enough_are_counted_and_always_the_same_ones(worlds):
    """Three, three and two: with two hidden alone it could be had by subtraction, so one of three is hidden as well."""

    def play(world, _side):
        seen = []
        for role in ["business"] * 3 + ["volunteer"] * 3 + [None, None]:
            world.join(role)
        for _ in range(12):
            seen.append(rooms.counts(world.now))
            world.join(None)
            world.leave(len(world.people) - 1)
        return seen

    for told in worlds.one(play) + worlds.one(play):
        assert (told.joined, told.families, told.finished) == (8, {"works-face-to-face": 3}, 0)


def test_a_family_is_hidden_of_those_who_joined_where_it_is_hidden_of_those_who_answered(worlds):
    def play(world, _side):
        for number, role in enumerate([None] * 3 + ["business"] * 3 + ["volunteer"] * 2):
            world.join(role)
            world.say(number, "q1", Response(answer=Value(1)))
        world.go("frozen", "revealed")
        return rooms.counts(world.now), rooms.revealed(world.now, "small")

    for _ in range(5):
        counted, told = worlds.one(play)
        assert {name or None for name in told.families if told.families[name]} == {
            name or None for name in counted.families
        }


def test_nothing_is_told_before_the_reveal_and_scores_only_after_the_talk(worlds):
    def play(world, _side):
        for number in range(3):
            world.join()
            world.say(number, "q1", Response(answer=Value(number)))
        seen = []
        for phase in ("frozen", "revealed", "agreed"):
            here = world.now
            seen.append([is_refused(ask) for ask in asks(here)])
            world.go(phase)
        return [*seen, [is_refused(ask) for ask in asks(world.now)]]

    shut, shut_too, dots, everything = worlds.one(play)
    assert shut == shut_too == [True] * 4
    assert dots == [False, True, False, False]
    assert everything == [False] * 4


def asks(room):
    return (
        lambda: rooms.revealed(room, "small"),
        lambda: rooms.profile(room, "small"),
        lambda: exported(room),
        lambda: rooms.reasons(room, "small", "q1"),
    )


def is_refused(ask):
    try:
        ask()
    except NotAllowedError:
        return True
    return False


def test_a_room_is_revealed_only_when_it_is_frozen_and_keeps_what_it_was_shown(here):
    room = opened()
    with pytest.raises(NotAllowedError):
        rooms.reveal_room(room)
    assert here.results(room.id) == ()
    here.step_to(room.id, "frozen")
    rooms.reveal_room(current.store().room(room.id))
    [kept] = here.results(room.id)
    assert (kept.questionnaire, kept.round, kept.body) == ("project", 1, {"groups": []})


def test_a_round_that_was_not_revealed_is_refused_by_its_number(worlds):
    def play(world, _side):
        world.go("frozen", "revealed")
        world.ask_again("q1")
        world.go("open")
        return [is_refused(partial(rooms.revealed, world.now, "small", number)) for number in (0, 1, 2, 3)]

    assert worlds.one(play) == [True, False, True, True]


def test_what_goes_wrong_with_the_database_repeats_no_answer(here):
    words = "Nobody listens.".upper()  # so that this line does not hold them
    person = here.join(opened().id, "t")
    with here.engine.begin() as connection:
        connection.execute(text("DROP TABLE answer_log"))
    with pytest.raises(Exception, match="answer_log") as wrong:
        here.record(person, "project", "power.who_decides", Response(answer=Value(1), why=words))
    assert words not in "".join(format_exception(wrong.value))


# After the reveal


def test_who_answered_nothing_and_who_came_late_count_nowhere(worlds):
    def play(world, _side):
        for _ in range(5):
            world.join()
        for number, response in enumerate([Response(answer=Value(2))] * 3 + [Response(answer=Skipped())]):
            world.say(number, "q1", response)
        world.say(4, "q2", Response(answer=Value(1)))
        world.say(4, "q2", None)
        world.go("frozen")
        world.join()
        world.say(5, "q1", Response(answer=Value(0)))
        world.go("revealed")
        return rooms.counts(world.now).joined, rooms.revealed(world.now, "small")

    joined, told = worlds.one(play)
    assert (joined, told.n) == (6, 4)
    [q1] = [one for one in told.board if one.item.id == "q1"]
    assert (q1.n, q1.silences["skipped"], q1.distribution[2], q1.distribution[0]) == (3, 1, 3, 0)


def test_small_groups_are_shown_only_if_each_one_who_counts_said_yes(worlds):
    def shown(consents):
        def play(world, _side):
            for number, consent in enumerate(consents):
                world.join("business" if number else "volunteer")
                world.agree(number, consent)
                world.say(number, "q1", Response(answer=Value(2)))
            world.join("volunteer")  # says nothing at all, so there is nothing of theirs to show
            world.go("frozen", "revealed")
            return rooms.revealed(world.now, "small").families

        return [one is not None for one in worlds.one(play).values()]

    assert shown([True] * 5) == [True, True]
    assert shown([True] * 4 + [None]) == shown([False] + [True] * 4) == shown([None] * 5) == [False, False]


def test_reasons_stand_beside_names_where_people_gave_names_and_nowhere_else(worlds):
    def play(world, _side):
        for number, name in enumerate(["Zoe", "Ada", "Eve"]):
            world.join(name=name)
            world.say(number, "q1", Response(answer=Value(number), why=f"{name} saw it." if number else ""))
        world.go("frozen", "revealed")
        return [rooms.reasons(world.now, "small", item) for item in ("q1", "q2")]

    assert worlds.one(play, replace(PLAN, named=True)) == [(("Ada", "Ada saw it."), ("Eve", "Eve saw it.")), ()]
    assert worlds.one(play) == [(), ()]


def test_in_the_second_round_a_new_reason_takes_the_place_of_the_old_once_it_is_revealed(worlds):
    def play(world, _side):
        for number in range(3):
            world.join(name="Ada" if number else "Zoe")
            world.say(number, "q1", Response(answer=Value(number), why="" if number else "At first."))
        world.go("frozen", "revealed")
        world.ask_again("q1")
        world.go("open")
        world.say(0, "q1", Response(answer=Value(4), why="By now."))
        before = rooms.reasons(world.now, "small", "q1")
        world.go("frozen", "revealed")
        here = world.now
        told = [rooms.revealed(here, "small", number).board for number in (1, 2)]
        q1 = [next(one for one in board if one.item.id == "q1").distribution for board in told]
        return before, rooms.reasons(here, "small", "q1"), q1

    before, after, (first, second) = worlds.one(play, replace(PLAN, named=True))
    assert (before, after) == ((("Zoe", "At first."),), (("Zoe", "By now."),))
    assert (first, second) == ({0: 1, 1: 1, 2: 1, 3: 0, 4: 0}, {0: 0, 1: 1, 2: 1, 3: 0, 4: 1})


def test_feedback_is_told_only_after_the_close_and_past_the_gate_question_by_question(here):
    room = opened(smallest_group=3)
    people = [here.join(room.id, f"t{number}") for number in range(4)]
    said = [Feedback(heard=4, worth=1, words="More time."), Feedback(heard=3, worth=1), Feedback(heard=3), Feedback()]
    for person, one in zip(people, said, strict=True):
        here.keep_feedback(person, one)
        assert rooms.feedback(current.store().room(room.id)) == rooms.DisclosedFeedback()
    for phase in ("frozen", "revealed", "agreed", "closed"):
        here.step_to(room.id, phase)
    told = rooms.feedback(current.store().room(room.id))
    assert told == rooms.DisclosedFeedback(n=4, heard={3: 2, 4: 1}, worth=None, words=())
    with pytest.raises(NotAllowedError):
        here.keep_feedback(people[0], Feedback(heard=0))


def test_what_was_agreed_is_one_sheet_without_what_stayed_apart(worlds):
    def play(world, _side):
        for number in range(3):
            world.join()
            for item in ITEMS[:3]:
                world.say(number, item, Response(answer=Value(1)))
        world.go("frozen", "revealed")
        world.settle("q1", Decision(value=3))
        world.settle("q2", Decision(value=2))
        world.settle("q3", Decision(one_side="Here it works.", other_side="There it does not."))
        world.go("agreed")
        return rooms.agreed_answers(world.now, "small"), rooms.profile(world.now, "small")

    sheet, profile = worlds.one(play)
    assert {item: one.answer for item, one in sheet.responses.items()} == {"q1": Value(3), "q2": Value(2)}
    assert {one.dimension.id: one.agreed_stage for one in profile.dimensions} == {"trust": 2, "power": None}


# The rehearsal


def test_a_rehearsal_opens_and_can_be_run_to_its_close(here):
    room = current.store().room(rehearsal.rehearse())
    assert (room.example, room.workshop.phase, room.plan.smallest_group) == (True, "open", 3)
    assert (rooms.counts(room).joined, rooms.counts(room).finished) == (9, 8)
    here.step_to(room.id, "frozen")
    rooms.reveal_room(current.store().room(room.id))
    board = rooms.revealed(current.store().room(room.id), "project").board
    assert any(told is not None for told in board[0].by_family.values()), "there are groups to be seen"
    assert any(told is None for told in board[0].by_family.values()), "and groups that are hidden"
    here.ask_again(room.id, [("project", board[0].item.id)])
    here.step_to(room.id, "open")
    here.step_to(room.id, "frozen")
    rooms.reveal_room(current.store().room(room.id))
    assert rooms.revealed(current.store().room(room.id), "project", 2) == replace(
        rooms.revealed(current.store().room(room.id), "project", 1),
        layout=rooms.revealed(current.store().room(room.id), "project", 2).layout,
    ), "nobody changed anything"
    here.step_to(room.id, "agreed")
    here.step_to(room.id, "closed")
    assert rooms.profile(current.store().room(room.id), "project").n == 9
    assert list(exported(current.store().room(room.id))["questionnaires"]["project"]["rounds"]) == ["1", "2"]


def test_every_rehearsal_has_the_same_people(here):
    one, other = (current.store().room(rehearsal.rehearse()) for _ in range(2))
    said = [
        sorted(sorted(map(repr, sheet.responses.items())) for sheet in here.sheets(room.id, "project").values())
        for room in (one, other)
    ]
    assert said[0] == said[1]
    assert one.id != other.id


# The example


def test_the_example_is_a_site_with_a_finished_a_running_and_a_prepared_workshop(here):
    ids = put_example.put_workshops()
    finished, running, draft = (current.store().room(ids[key]) for key in ("finished", "running", "draft"))
    assert [one.workshop.phase for one in (finished, running, draft)] == ["closed", "open", "draft"]
    assert all(one.example and one.plan.site == finished.plan.site for one in (finished, running, draft))
    assert running.plan.previous == finished.id
    assert {one.status for one in rooms.last_actions(running)} == {"open", "done", "dropped"}
    assert rooms.last_actions(finished) == ()
    agreed = rooms.agreed_answers(finished, "project")
    settled = here.decisions(finished.id)
    assert 0 < len(agreed.responses) < len(settled), "something was agreed, and something stayed apart"
    assert rooms.counts(running).finished > 0
    with pytest.raises(NotAllowedError):
        exported(running)
    with refused(NotAllowedError, match="lacks"):
        rooms.open_room(draft)


def test_the_finished_example_can_be_taken_away(here):
    finished = current.store().room(put_example.put_workshops()["finished"])
    body = exported(finished)
    assert (body["format"], body["example"], body["site"]) == ("cosmos-room/2", True, finished.plan.site)
    of_project = body["questionnaires"]["project"]
    assert len(of_project["settled"]) == len(here.decisions(finished.id))
    assert of_project["targets"]
    for of_round in of_project["rounds"].values():
        everyone, *families = of_round["groups"]
        assert (everyone["n"], sum(one["n"] for one in families)) == (9, 9), "each of them said yes to small groups"
    assert len(body["actions"]) == 3
    assert body["own_factors"]
    assert body["parked"]
    assert rooms.feedback(finished).n == 7


def test_a_plan_read_from_a_document_is_whole():
    body = rehearsal.invented()["rehearsal"]
    plan = rehearsal.plan_of(body, body["plan"])
    assert isinstance(plan, Plan)
    assert plan.promise == Promise(**body["plan"]["promise"])
    assert (plan.site, plan.agenda, plan.named) == (body["site"], "90", False)


def test_a_file_holds_no_score_before_the_room_has_talked(here):
    room = opened(smallest_group=3)
    for number in range(3):
        person = here.join(room.id, f"t{number}")
        for item in ITEMS[:3]:
            here.record(person, next(iter(room.definitions)), item, Response(answer=Value(number)))
    here.step_to(room.id, "frozen")
    rooms.reveal_room(current.store().room(room.id))
    told = exported(current.store().room(room.id))
    groups = [one for part in told["questionnaires"].values() for one in part["rounds"]["1"]["groups"]]
    assert groups
    assert not any(key in group for group in groups for key in ("dimensions", "factors", "placements"))
    here.step_to(room.id, "agreed")
    told = exported(current.store().room(room.id))
    assert any("dimensions" in one for part in told["questionnaires"].values() for one in part["rounds"]["1"]["groups"])


def test_what_is_done_to_a_whole_workshop_is_refused_to_one_person_in_it(here):
    room = opened()
    here.join(room.id, "a token of theirs")
    visit = participation.resume("a token of theirs")
    for deed in (participation.erase, participation.keep_result):
        with refused(NotAllowedError, match="only the person leading it"):
            deed(visit)


def test_without_a_cookie_nobody_takes_a_seat_that_nothing_leads_back_to(here):
    room = opened()
    with refused(NotAllowedError, match="cookies"):
        rooms.take_seat(room, "", None, None, "")
    assert here.people(room.id) == ()
