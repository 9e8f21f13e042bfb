"""Pictures of a room, one of each, and the figures they are drawn from."""

from dataclasses import replace

from cosmos_app.outputs.charts.group_profile_svg import group_dots_svg, group_radar_svg, stage_counts_svg
from cosmos_app.outputs.charts.group_view_models import GroupRow, Spoke, choice_letters
from cosmos_app.outputs.charts.item_dots_svg import families_dots_svg, item_dots_svg, strip_svg


def lettered(situations):
    """Choices, each with its letter."""
    return list(zip(choice_letters(len(situations)), situations, strict=True))


NASTY = '<b onclick="x">"it\'s" & </svg>'
FIVE = lettered(
    ["Managers decide.", "Once, a leader gave way.", "Some share.", "Usually shared.", "It outlasted a leader."]
)
STAGES = ("Not yet", "Exploring", "Developing", "Established", "Embedded")
SILENT = {"don't know": 2, "skipped": 1, "say it does not apply": 1, "call it outside our control": 1}
ROOMS = (
    [1, 0, 2, 0, 0],
    [2, 3, 1, 2, 1],
    [0, 0, 9, 0, 0],
    [4, 1, 0, 0, 4],
    [12] * 5,
    [0, 60, 0, 0, 0],
    [29, 1, 0, 0, 30],
)
LONG = "Verantwortungsübernahme für alle, die noch nie jemand danach gefragt hat"
SPOKES = (
    Spoke(title="Purpose", scores=(2.0, 2.5), target=3.0, ns=(9, 5)),
    Spoke(title="Power", scores=(1.0, 1.0), target=3.0, ns=(9, 5)),
    Spoke(title="Trust", scores=(3.0, None), ns=(8, None)),
    Spoke(title="Money", scores=(None, None), target=2.0, ns=(None, None)),
)
ONE = tuple(replace(spoke, scores=spoke.scores[:1], ns=spoke.ns[:1]) for spoke in SPOKES)
ROWS = (
    GroupRow(title="Purpose", score=2.0, median=2.5, balanced=1.8, target=3.0, n=9),
    GroupRow(title="Power", score=4.0, median=4.0, balanced=4.0, target=4.0, n=60),
    GroupRow(title="Money", score=None, target=2.0),
)
FAMILIES = (("Lives with the service", [2, 2, 1, 0, 0]), ("Works face to face", [0, 0, 1, 3, 1]), ("Around it", None))
STAGED = (("Purpose", [2, 3, 3, 1, 0]), ("Power", [0, 9, 0, 0, 0]), ("Money", None))


def pictures(palette):
    """One of each."""
    return (
        item_dots_svg(FIVE, [2, 3, 1, 2, 1], palette, minority=4, silences=SILENT, shape="spread"),
        item_dots_svg(FIVE, None, palette),
        strip_svg("ABCDE", [2, 3, 1, 2, 1], palette),
        families_dots_svg(FAMILIES, choice_letters(5), palette),
        group_radar_svg(SPOKES, ["First round", "Second round"], palette),
        group_dots_svg(ROWS, palette),
        stage_counts_svg(STAGES, STAGED, palette),
    )
