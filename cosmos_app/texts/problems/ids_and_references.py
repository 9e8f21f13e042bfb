"""Problems of ids: those that name nothing, stand twice, or are easily taken for one another; and of maps."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text
from cosmos_app.texts.problems.wording import Wording
from models.problems import IdKind

_NO_DIMENSION = Text('There is no dimension "{id}".')
_NO_MAP = Text('There is no map "{id}".')

REFERENCES: Mapping[str, Wording] = {
    "duplicate-id": Wording(
        Text('The id "{id}" stands before among the {among}, at #{first}.'),
        Text("Give this one an id of its own; answers and results are kept under it."),
    ),
    "duplicate-id.own-questions": Wording(
        Text('The id "{id}" belongs to the questions of a workshop\'s own.'),
        Text("Give this one an id of its own; answers are kept under it."),
    ),
    "duplicate-id.other-file": Wording(
        Text('The id "{id}" belongs to {other} too.'),
        Text("Give this one an id of its own; answers are kept under it."),
    ),
    "near-duplicate-id": Wording(
        Text('Among the {among}, "{id}" is easily taken for "{earlier}".'),
        Text("If both are meant, tell them apart by a whole word; if not, use one id."),
    ),
    "later-version": Wording(
        Text("Version {later} comes after {version}, which this file is."),
        Text("Name the first version in which the question meant what it means now."),
    ),
    "unknown-item": Wording(
        Text('There is no item "{id}".'),
        Text('Use one of {known}, or add it to the items of "{questionnaire}".'),
        bare=Text('Add it to the items of "{questionnaire}".'),
    ),
    "unknown-item.or-dimension": Wording(
        Text('There is no item or dimension "{id}".'),
        Text('Use one of {known}, or add it to the items of "{questionnaire}".'),
        bare=Text('Add it to the items of "{questionnaire}".'),
    ),
    "unknown-dimension": Wording(
        _NO_DIMENSION, Text("Use one of {known}, or add it to /dimensions."), bare=Text("Add it to /dimensions.")
    ),
    "unknown-dimension.elsewhere": Wording(
        _NO_DIMENSION,
        Text('Use one of {known}, or add it to the dimensions of "{questionnaire}".'),
        bare=Text('Add it to the dimensions of "{questionnaire}".'),
    ),
    "unknown-scale": Wording(
        Text('There is no scale "{id}".'),
        Text("Use one of {known}, or add it to /scales."),
        bare=Text("Add it to /scales."),
    ),
    "unknown-source": Wording(
        Text('There is no source "{id}".'),
        Text("Use one of {known}, or add it to /sources."),
        bare=Text("Add it to /sources."),
    ),
    "unknown-category": Wording(
        Text('There is no category "{id}".'),
        Text("Use one of {known}, or add it to /categories."),
        bare=Text("Add it to /categories."),
    ),
    "unknown-factor": Wording(
        Text('There is no factor "{id}".'),
        Text("Use one of {known}, or add it to factors.json."),
        bare=Text("Add it to factors.json."),
    ),
    "unknown-role-family": Wording(
        Text('There is no role family "{id}".'),
        Text("Use one of {known}, or add it to roles.json."),
        bare=Text("Add it to roles.json."),
    ),
    "unknown-questionnaire": Wording(
        Text('There is no questionnaire "{id}".'),
        Text("Use one of {known}, or add it to this folder."),
        bare=Text("Add it to this folder."),
    ),
    "unknown-placement": Wording(
        _NO_MAP,
        Text("Use one of {known}, or add it to placements.json."),
        bare=Text("Add it to placements.json."),
    ),
    "unknown-placement.elsewhere": Wording(
        _NO_MAP,
        Text('Use one of {known}, or add it to the placements of "{questionnaire}".'),
        bare=Text('Add it to the placements of "{questionnaire}".'),
    ),
    "unknown-axis": Wording(
        Text('There is no axis "{id}".'),
        Text('Use one of {known}, or add it to map "{placement}".'),
        bare=Text('Add it to map "{placement}".'),
    ),
    "unknown-place": Wording(
        Text('There is no place "{id}".'),
        Text("Use one of {known}, or add it to `places`."),
        bare=Text("Add it to `places`."),
    ),
    "unknown-option.of-item": Wording(
        Text('There is no option "{id}".'),
        Text('Use one of {known}, or add it to the options of "{item}".'),
        bare=Text('Add it to the options of "{item}".'),
    ),
    "unknown-option.position": Wording(
        Text('There is no position "{id}".'),
        Text("Use one of {known}, or add it to the axis."),
        bare=Text("Add it to the axis."),
    ),
    "unknown-option.place": Wording(
        Text('There is no place "{id}".'),
        Text('Use one of {known}, or add it to the cells of "{placement}" of "{questionnaire}".'),
        bare=Text('Add it to the cells of "{placement}" of "{questionnaire}".'),
    ),
    "unknown-option.situation": Wording(Text("{value} is no situation of this item."), Text("Use one of {known}.")),
    "reading-order": Wording(
        Text("The reading of {higher} comes after that of {lower}."),
        Text("List the readings from the lowest situation to the highest."),
    ),
    "map-axes": Wording(
        Text("A grid has two axes, its columns and its rows; this has {axes}."),
        Text("Give it two, or choose another `kind`."),
    ),
    "unknown-cell.grid": Wording(
        Text('"{cell}" is no cell of this map.'), Text('Write "column/row", as in {example}.')
    ),
    "unknown-cell.axis": Wording(
        Text('"{cell}" is no cell of this map.'), Text('Write "axis/position", as in {example}.')
    ),
    "missing-cell": Wording(
        Text("These cells have no place: {cells}."),
        Text("Name the place of each; several cells may be one place."),
    ),
    "unplaceable-item": Wording(
        Text('"{item}" is a {kind} item, so its answers stand for no position.'),
        Text("Make it a choice or a checklist, or drop `places`."),
    ),
    "unplaced-position.start": Wording(
        Text('No answer stands for {positions} on the axis "{axis}" of "{placement}", at the start.'),
        Text("Give an option this value, or name it in `as` of an item's `places`."),
    ),
    "unplaced-position.now": Wording(
        Text('No answer stands for {positions} on the axis "{axis}" of "{placement}", now.'),
        Text("Give an option this value, or name it in `as` of an item's `places`."),
    ),
}
"""The sentences of each message about ids and maps."""

AMONG: Mapping[IdKind, Text] = {
    "cases": Text("cases"),
    "categories": Text("categories"),
    "dimensions": Text("dimensions"),
    "factors": Text("factors"),
    "families": Text("families"),
    "ids": Text("ids"),
    "items": Text("items"),
    "maps": Text("maps"),
    "options": Text("options"),
    "placements": Text("placements"),
    "places": Text("places"),
    "roles": Text("roles"),
    "scales": Text("scales"),
    "sections": Text("sections"),
}
"""What ids are of."""


def among(kind: IdKind) -> str:
    """What ids are of, in the plural."""
    return AMONG[kind]()
