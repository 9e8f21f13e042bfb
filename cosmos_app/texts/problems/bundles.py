"""Problems of bundles: what one CoSMoS shared of a workshop, and another can't take over."""

from collections.abc import Mapping, Sequence
from functools import reduce

from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.wording import Wording

_ANEW = Text("Ask for the file anew, straight from CoSMoS; don't change it by hand.")
_TO_SHARE = Text(
    "Ask for a file made to share (cosmos export --shared): where a whole room agreed to show small groups, it agreed "
    "for itself alone."
)

BUNDLES: Mapping[str, Wording] = {
    "other-format": Wording(
        Text('"{format}" is not "{wanted}".'),
        Text("Bring the older of the two servers up to date, and export it anew."),
    ),
    "not-agreed": Wording(
        Text("The site has not agreed to share its figures."),
        Text("Let the site agree to share its figures, in its own CoSMoS under Sites, and export anew."),
    ),
    "other-definition.id": Wording(Text('The definition is that of "{id}".'), _ANEW),
    "other-definition.hash": Wording(Text("The definition is not the one that this hash stands for."), _ANEW),
    "groups": Wording(Text("There must be one group of everyone."), _ANEW),
    "unknown-subject": Wording(Text('The definition has nothing called "{subject}".'), _ANEW),
    "missing-key.of-cell": Wording(Text("It has no {lacking}."), _ANEW),
    "contradiction.families": Wording(
        Text("The families together have {families} people, everyone {everyone}."), _ANEW
    ),
    "contradiction.suppressed": Wording(Text('A group without "n" is suppressed, no other.'), _ANEW),
    "contradiction.hidden-group": Wording(Text("Figures are told of a group that is not shown."), _TO_SHARE),
    "contradiction.hidden-figure": Wording(Text("Figures are told where too few stand behind them."), _TO_SHARE),
    "contradiction.more-than-group": Wording(Text("More people are counted than the {people} of the group."), _ANEW),
    "contradiction.other-sum": Wording(Text("The people counted here are {counted}, not {people}."), _ANEW),
    "contradiction.more-than-people": Wording(Text("More than {people} people are counted once."), _ANEW),
    "contradiction.more-than-asked": Wording(Text("{items} questions are shown, of {asked} asked."), _ANEW),
    "small-group.rest": Wording(
        Text("Taken from everyone, the families leave {rest} people, fewer than {k}."), _TO_SHARE
    ),
    "small-group.group": Wording(Text("A group of {people} is told, fewer than {k}."), _TO_SHARE),
    "small-group.figure": Wording(Text("A figure rests on {people} people, fewer than {k}."), _TO_SHARE),
    "received-before": Wording(
        Text("Other figures of this workshop were received on {day}: {workshop}."),
        Text("Remove those first, at the desk under Sites; then import again."),
    ),
}
"""The sentences of each message about a bundle."""

_NEITHER = Text("{keys} and no {key}")


def lacking(keys: Sequence[str]) -> str:
    """What a cell does not hold, after "no".

    >>> lacking(["mean", "median", "sd"])
    'mean and no median and no sd'
    """
    return reduce(lambda named, key: _NEITHER(keys=named, key=key), keys)
