"""What many rooms made of what they saw, read at once: the same as room by room."""

from support.stores import TO_REVEAL, go, record, room

from cosmos_app.storage import Decision, Story
from models.answers import Evidence, Value

BEHIND = Evidence(note="A letter", link="https://example.org", date="2026-01-01")


def talked(store, name):
    """A room that has settled, aimed, named and planned something."""
    workshop = room(store)
    record(store, store.join(workshop, name), "q1", Value(4))
    go(store, workshop, *TO_REVEAL)
    for number in (1, 2):
        store.keep_result(workshop, "demo", "9.9", {"groups": [], "of": name, "round": number}, number)
    store.keep_result(workshop, "another", "9.9", {"groups": []}, 3)
    store.decide(workshop, "demo", "q1", Decision(value=4, evidence=BEHIND))
    store.decide(workshop, "demo", "q2", Decision(value=2))
    store.decide(workshop, "another", "q1", Decision(value=2, evidence=BEHIND))
    store.set_target(workshop, "demo", "help", 3.5)
    store.set_target(workshop, "another", "help", 1.0)
    for number in range(3):
        store.add_own_factor(workshop, f"{name} {number}", "A note")
        store.add_action(workshop, f"{name} {number}", "Ann", "In May", "demo/q1")
    return workshop


def test_many_rooms_are_read_as_each_is_by_itself(store):
    rooms = [talked(store, name) for name in ("one", "other")]
    found = store.stories([*rooms, rooms[0]], "demo")
    assert list(found) == rooms
    for workshop, story in found.items():
        last = [one for one in store.results(workshop) if one.questionnaire == "demo"][-1]
        assert (last.round, story.result, story.engine) == (2, last.body, last.engine)
        assert story.actions == store.actions(workshop)
        assert story.own_factors == store.own_factors(workshop)
        assert story.targets == store.targets(workshop, "demo") == {"help": 3.5}
        assert story.evidence == {"q1": BEHIND}, "an item without evidence, and another questionnaire, are left out"


def test_a_room_that_made_nothing_of_it_or_is_gone_tells_nothing(store):
    quiet, gone = room(store), talked(store, "gone")
    store.erase(gone)
    nothing = Story(result=None, engine="", actions=(), evidence={}, targets={}, own_factors=())
    assert store.stories([quiet, gone], "demo") == {quiet: nothing, gone: nothing}
    assert store.stories([], "demo") == {}
