"""A room opens once its plan is whole, and asks what was planned."""

from dataclasses import replace

from support.opened_rooms import drafted
from support.refusals import refused
from support.room_builders import PLAN

from cosmos_app.storage import current
from cosmos_app.workshop import rooms
from models.workshop import NotAllowedError


def test_a_room_does_not_open_until_its_plan_is_whole_and_says_all_that_is_missing(here):
    room = drafted(replace(PLAN, site="", asked={"project": ("power",)}, promise=replace(PLAN.promise, reward=" ")))
    with refused(NotAllowedError, match=r"The plan still lacks: site, asked, promise\.reward\."):
        rooms.open_room(room)
    assert current.store().room(room.id).workshop.phase == "draft"
    assert rooms.layouts(current.store().room(room.id)) == {}


def test_a_plan_to_start_from_lacks_only_what_the_facilitator_knows(here):
    with refused(NotAllowedError, match=r"lacks: site, initiative, promise\.asked_by, .*harm_contact\.$") as raised:
        rooms.open_room(drafted(rooms.first_plan()))
    assert "who_sees" not in str(raised.value)


def test_what_is_not_on_offer_can_not_be_asked(here):
    room = drafted(replace(PLAN, asked={"project": (), "forgotten": ()}))
    with refused(NotAllowedError, match="Not on offer any more: forgotten"):
        rooms.open_room(room)


def test_a_room_asks_the_questionnaires_in_their_order_and_of_chosen_dimensions_only_their_items(here):
    room = drafted(replace(PLAN, asked={"ecology": (), "project": ("power", "risk", "results")}))
    rooms.open_room(room)
    layouts = rooms.layouts(current.store().room(room.id))
    assert list(layouts) == ["ecology", "project"]
    assert [dimension.id for dimension in layouts["project"].questionnaire.dimensions] == ["power", "risk", "results"]
    assert {name for item in layouts["project"].questionnaire.items for name in item.scores} == {
        "power",
        "risk",
        "results",
    }
    assert len(layouts["ecology"].questionnaire.dimensions) > 4
