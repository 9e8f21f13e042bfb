"""Results, targets, loci, factors of a workshop's own, and private notes."""

from support.stores import DAY, begin

from cosmos_app.storage import OwnFactor


def test_targets_stand_until_taken_away(store):
    workshop = begin(store)
    store.set_target(workshop, "demo", "help", 3)
    store.set_target(workshop, "demo", "help", 2.5)
    store.set_target(workshop, "demo", "trust", 4)
    store.set_target(workshop, "other", "help", 0)
    assert store.targets(workshop, "demo") == {"help": 2.5, "trust": 4}
    store.set_target(workshop, "demo", "help", None)
    assert store.targets(workshop, "demo") == {"trust": 4}
    assert store.targets(workshop, "other") == {"help": 0}


def test_own_factors_keep_their_order_and_lose_their_marks_when_dropped(store):
    workshop = begin(store)
    law = store.add_own_factor(workshop, "A new law", "from May")
    bus = store.add_own_factor(workshop, "No bus")
    store.set_locus(workshop, law, "influence")
    store.set_locus(workshop, "benefit-rules", "control")
    store.set_locus(workshop, "benefit-rules", "concern")
    assert store.own_factors(workshop) == (
        OwnFactor(id=law, name="A new law", note="from May"),
        OwnFactor(id=bus, name="No bus", note=""),
    )
    assert store.loci(workshop) == {law: "influence", "benefit-rules": "concern"}

    store.drop_own_factor(workshop, law)
    store.set_locus(workshop, "benefit-rules", None)
    assert [factor.id for factor in store.own_factors(workshop)] == [bus]
    assert store.loci(workshop) == {}


def test_a_thought_is_kept_for_one_person_changed_and_taken_back(store):
    workshop = begin(store)
    one, other = store.join(workshop, "one"), store.join(workshop, "other")
    store.keep_thought(one, "demo", "unlearned", "That forms come first.")
    store.keep_thought(one, "demo", "unlearned", "That forms come first – Größe\x00.")
    store.keep_thought(one, "demo", "help", "Ask the neighbours.")
    assert store.thoughts(one, "demo") == {"unlearned": "That forms come first – Größe.", "help": "Ask the neighbours."}
    assert store.thoughts(other, "demo") == store.thoughts(one, "other") == {}
    store.keep_thought(one, "demo", "unlearned", "")
    assert store.thoughts(one, "demo") == {"help": "Ask the neighbours."}


def test_a_result_is_kept_with_the_engine_that_computed_it(store):
    workshop = begin(store)
    store.keep_result(workshop, "demo", "0.1.0", {"help": 2.0}, today=DAY)
    store.keep_result(workshop, "demo", "0.1.0", {"help": 3.0, "trust": None}, today=DAY)
    store.keep_result(workshop, "demo", "0.2.0", [1, 2.5], round=2, today=DAY)
    assert [(r.round, r.engine, r.body, r.kept_on) for r in store.results(workshop)] == [
        (1, "0.1.0", {"help": 3.0, "trust": None}, DAY),
        (2, "0.2.0", [1, 2.5], DAY),
    ]
