"""What is typed in from paper counts like what was pressed on a phone."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from support.paper_forms import PROMISE, TRIED, pages
from support.room_builders import PLAN, SAYS, SILENT, got, two_worlds
from support.room_screens import drawn

from cosmos_app.storage import current
from cosmos_app.texts.refusals import refusal
from cosmos_app.workshop import rooms
from cosmos_app.workshop.paper import intake
from cosmos_app.workshop.paper.question_codes import ROLE
from models.answers import Response, Value
from models.silences import DontKnow, NotApplicable, OutsideOurControl
from models.workshop import NotAllowedError

ANSWERS = tuple(
    dict(zip(SAYS, row, strict=True)) for row in zip(*(list(some) * 3 for some in SAYS.values()), strict=False)
)
WHO = ("uses-the-service", "volunteer", None, "uses-the-service", "volunteer", "uses-the-service")


def typed_as(form, answer, item):
    """What a typist writes for an answer."""
    question = form.by_key[f"small/{item}"]
    match answer:
        case Value(tuple(several)):
            return "".join(question.letter_of(one) for one in several)
        case Value(value):
            return question.letter_of(value) or value
        case NotApplicable(note):
            return f"x: {note}"
        case OutsideOurControl(note):
            return f"o: {note}"
        case DontKnow():
            return "?"
        case _:
            return "-"


def on_phones(world):
    for number, (role, said) in enumerate(zip(WHO, ANSWERS, strict=False)):
        world.join(role)
        for place, (item, answer) in enumerate(said.items()):
            world.say(number, item, Response(answer=answer if place != number else SILENT[number % 4]))
        world.finish(number)


def on_paper(world):
    form = intake.form_of(world.now)
    roles = form.by_key[ROLE]
    for number, (role, said) in enumerate(zip(WHO, ANSWERS, strict=False)):
        name = intake.begin(world.now, str(number))
        one = intake.find(world.now, name)
        typed, _ = intake.typing(world.now, one, "first").take(f"role {roles.letter_of(role) or '-'}")
        for place, (item, answer) in enumerate(said.items()):
            text = typed_as(form, answer if place != number else SILENT[number % 4], item)
            typed, _ = typed.take(f"{form.by_key[f'small/{item}'].code} {text}")
        intake.keep(one, {"first": typed})
        intake.count(world.now, intake.find(world.now, name))


def test_a_room_on_paper_is_told_what_a_room_on_phones_is_told(tmp_path):
    def play(world, side):
        (on_phones, on_paper)[side](world)
        before = rooms.counts(world.now)
        world.go("frozen", "revealed", "agreed")
        here = world.now
        return before, got(lambda: rooms.revealed(here, "small")), got(lambda: rooms.profile(here, "small"))

    with two_worlds(tmp_path) as worlds:
        (phones, _), (paper, _) = worlds.both(play)
    assert (phones[0].seats.paper, paper[0].seats.paper) == (0, len(WHO))
    assert replace(phones[0], seats=paper[0].seats) == paper[0]
    assert phones[1:] == paper[1:]
    assert phones[0].joined == phones[0].finished == len(WHO)
    assert "refused" not in f"{phones}"


def again_on_phones(world):
    for number in range(4):
        world.say(number, "q1", Response(answer=Value(3)))
        world.finish(number)


def again_on_paper(world):
    for number in range(4):
        one = intake.find(world.now, intake.begin(world.now, str(number)))
        assert [question.code for question in intake.typing(world.now, one, "first").asked] == ["A1", "A3"]
        typed, _ = intake.typing(world.now, one, "first").take("A1 d")
        intake.keep(one, {"first": typed.rest_blank(), "second": typed.rest_blank()})
        intake.count(world.now, intake.find(world.now, one.id))


def test_paper_joins_the_second_round_as_phones_do(tmp_path):
    def play(world, side):
        (on_phones, on_paper)[side](world)
        world.go("frozen", "revealed")
        world.ask_again("q1", "q3")
        world.go("open")
        (again_on_phones, again_on_paper)[side](world)
        finished = rooms.counts(world.now).finished
        world.go("frozen", "revealed", "agreed")
        here = world.now
        return finished, [got(lambda turn=turn: rooms.revealed(here, "small", turn)) for turn in (1, 2)]

    with two_worlds(tmp_path) as worlds:
        (phones, _), (paper, _) = worlds.both(play)
    assert phones == paper
    assert phones[0] == 4
    assert phones[1][0] != phones[1][1]
    assert "refused" not in f"{phones}"


@pytest.fixture
def alone(tmp_path):
    """Plays in a room of its own."""
    with two_worlds(tmp_path) as worlds:
        yield worlds.one


def sheet_in(world, label="1", lines=("role a",)):
    one = intake.find(world.now, intake.begin(world.now, label))
    typed = intake.typing(world.now, one, "first")
    for line in lines:
        typed, _ = typed.take(line)
    intake.keep(one, {"first": typed})
    return intake.find(world.now, one.id)


def test_a_sheet_counts_only_when_it_is_complete_and_its_typings_agree(alone):
    def play(world, _side):
        one = sheet_in(world)
        with pytest.raises(NotAllowedError) as refused:
            intake.count(world.now, one)
        assert "Something is missing" in refusal(refused.value)
        first = intake.typing(world.now, one, "first").rest_blank()
        intake.keep(one, {"first": first})
        intake.keep(one, {"second": first.put("small/q1", "b")})
        one = intake.find(world.now, one.id)
        assert [difference.question.code for difference in intake.unresolved(world.now, one)] == ["A1"]
        with pytest.raises(NotAllowedError) as refused:
            intake.count(world.now, one)
        assert "Settle the differences" in refusal(refused.value)
        intake.keep(one, {"second": first})
        intake.count(world.now, intake.find(world.now, one.id))
        return rooms.counts(world.now).joined, current.store().papers(world.id)

    assert alone(play) == (1, ())


def test_a_sheet_needs_a_number_of_its_own(alone):
    def play(world, _side):
        intake.begin(world.now, "7 ")
        with pytest.raises(NotAllowedError) as refused:
            intake.begin(world.now, " 7")
        assert "A sheet 7 is being typed in already" in refusal(refused.value)
        with pytest.raises(NotAllowedError) as refused:
            intake.begin(world.now, "  ")
        assert "Write a number on the paper first" in refusal(refused.value)

    alone(play)


def test_after_the_freeze_a_sheet_is_held_and_in_a_second_round_it_needs_a_first_one(alone):
    def play(world, _side):
        told = [intake.acceptance(world.now)]
        on_phones(world)
        world.go("frozen")
        told.append(intake.acceptance(world.now))
        one = sheet_in(world)
        intake.keep(one, {"first": intake.typing(world.now, one, "first").rest_blank()})
        intake.count(world.now, intake.find(world.now, one.id))
        world.go("revealed")
        n = rooms.revealed(world.now, "small").whole.n
        world.ask_again("q1")
        world.go("open")
        told.append(intake.acceptance(world.now))
        with pytest.raises(NotAllowedError) as refused:
            intake.begin(world.now, "2")
        assert "No sheet 2 was counted in the first round" in refusal(refused.value)
        world.go("frozen", "revealed")
        told.append(intake.acceptance(world.now))
        return told, n

    assert alone(play) == (["counted", "held", "counted", "refused"], len(WHO))


def test_a_number_that_was_counted_is_not_typed_in_again(alone):
    def play(world, _side):
        on_paper(world)
        with pytest.raises(NotAllowedError) as refused:
            intake.begin(world.now, "3")
        assert "A sheet 3 was counted already" in refusal(refused.value)
        world.go("frozen", "revealed")
        world.ask_again("q1", "q3")
        world.go("open")
        again_on_paper(world)
        with pytest.raises(NotAllowedError) as refused:
            intake.begin(world.now, "3")
        assert "A sheet 3 was counted already" in refusal(refused.value)
        return intake.find(world.now, intake.begin(world.now, "4")).round

    assert alone(play) == 2


def test_the_form_of_a_second_round_asks_nothing_else(alone):
    def play(world, _side):
        on_phones(world)
        world.go("frozen", "revealed")
        world.ask_again("q3")
        world.go("open")
        return [" ".join(pages(intake.room_form_as_pdf(world.now, large=large))) for large in (False, True)]

    for text in alone(play):
        assert "What about q3?" in text
        assert "What about q1?" not in text
        assert "Some questions again" in text
        assert "Number of your first sheet" in text
        assert "Who are you to the service?" not in text


def test_a_step_that_leaves_uncounted_sheets_out_says_so_before_it_is_taken(alone):
    def play(world, _side):
        told = [drawn(world.now, steps=("answer",))]
        on_phones(world)
        sheet_in(world)
        told.append(drawn(world.now, steps=("answer",)))
        world.go("frozen")
        told.append(drawn(world.now, steps=("answer",)))
        return ["".join(map(str, one)) for one in told]

    nobody, before, frozen = alone(play)
    assert "not counted: " not in nobody
    assert before.count("not counted: 1") == 2, "beside the counts, and before the round is closed"
    assert "once the round is closed, they count in no result" in before
    assert frozen.count("not counted: 1") == 2
    assert "They will count in no result. To count them, open the round again first." in frozen


def test_the_number_on_a_sheet_is_never_a_command(alone):
    def play(world, _side):
        sheet_in(world, label="7 **bold**")
        app = AppTest.from_function(_list_of_sheets, args=(world.id,)).run()
        assert not app.exception
        return [button.help for button in app.button if button.key.startswith("open-")]

    assert alone(play) == [r"Sheet 7 \*\*bold\*\*"]


def _list_of_sheets(room):
    from cosmos_app.storage import current  # noqa: PLC0415  (this is a page of its own)
    from cosmos_app.web.views.desk import paper_entry  # noqa: PLC0415

    paper_entry.papers(current.store().room(room))


def test_a_rooms_form_holds_its_promise_and_what_it_is_about(alone):
    def play(world, _side):
        return [" ".join(pages(intake.room_form_as_pdf(world.now, large=large))) for large in (False, True)]

    for text in alone(play, replace(PLAN, promise=PROMISE)):
        assert TRIED["can_change"] in text
        assert "Home visits · Harbour" in text
