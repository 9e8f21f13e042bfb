"""Problems of what is asked and scored: forms that ask nothing, what a dimension rests on, what answers are worth."""

from collections.abc import Mapping

from cosmos_app.texts.message import Plural, Text
from cosmos_app.texts.problems.wording import Wording

SCORES: Mapping[str, Wording] = {
    "small-radar": Wording(
        Text("A profile needs at least {fewest} dimensions; there are {axes}."),
        Text("Add dimensions, or split one that holds two ideas."),
    ),
    "empty-form": Wording(
        Text("No item is core, so the short form is empty."),
        Text("Mark the items at the heart of it with `core` true; where all matter alike, mark all."),
    ),
    "unasked-family.full": Wording(
        Text("Nothing is asked of these people: {families}."),
        Text("Ask them something too, or keep this questionnaire for workshops without them."),
    ),
    "unasked-family.short": Wording(
        Text("The short form asks nothing of these people: {families}."),
        Text("Make an item core that is for them too."),
    ),
    "scale-order": Wording(
        Text("{value} does not come after {before}."),
        Text("List the points from least to most, each value once."),
    ),
    "dimension-without-item": Wording(
        Text('No item counts in "{dimension}", so it never has a score.'),
        Text('Name "{dimension}" in the `scores` of some items, or drop the dimension.'),
    ),
    "few-items": Wording(
        Plural('"{dimension}" rests on {n} item.', '"{dimension}" rests on {n} items.'),
        Text("Ask at least {fewest}: one answer should not move an axis by half its length."),
    ),
    "dominant-item": Wording(
        Text('"{item}" carries {share:.0%} of "{dimension}".'),
        Text("Lower its weight to at most half of the sum, or weigh the other items more."),
    ),
    "irregular-weights": Wording(
        Text('In "{dimension}", a weight of {weight:g} stands beside one of {other:g}.'),
        Text(
            "Weigh items alike, or in a simple proportion such as 1 to 2: from odd sums, what one person chose could "
            "be worked out of a group's figures."
        ),
    ),
    "weight-out-of-range": Wording(
        Text("{weight} is no weight."),
        Text("Use 0, or {smallest} and more; for an answer that speaks against, set `reverse`."),
    ),
    "item-without-dimension": Wording(
        Text('"{item}" counts in no dimension and places nobody on a map.'),
        Text("Add `scores`, or make it a rating or a choice."),
    ),
    "scored-and-placed": Wording(
        Text('"{item}" both scores and places; a place on a map is no better or worse than another.'),
        Text("Drop `places` or `scores`."),
    ),
    "conditional-scored-item": Wording(
        Text('"{item}" is scored, yet hidden from some: those who would answer low may be left out.'),
        Text('Ask everyone, and say in `help` when it makes sense, as in "usually from prototypes on".'),
    ),
    "empty-range": Wording(
        Text("No number is both at least {smallest:g} and at most {largest:g}."), Text("Exchange `min` and `max`.")
    ),
    "missing-descriptors": Wording(
        Text('"{item}" describes no situations to choose from.'), Text("Add one for each point of its scale.")
    ),
    "descriptor-count": Wording(
        Text('Scale "{scale}" has {points} points, but there are {descriptors} descriptors.'),
        Text("Describe each point once, from least to most."),
    ),
    "unscored-option": Wording(
        Text('"{option}" has no score, though "{item}" is scored.'), Text("Add `score`, in any unit.")
    ),
    "flat-scale.choice": Wording(
        Text('Every answer to "{item}" is worth the same.'),
        Text("Give the options different scores, or drop `scores`."),
    ),
    "flat-scale.checklist": Wording(
        Text('Nothing that can be ticked in "{item}" speaks for its dimension.'),
        Text("Give at least one option a score above 0."),
    ),
}
"""The sentences of each message about scores."""
