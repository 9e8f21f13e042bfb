"""Facts of a workshop that stand in every exported file, before its figures."""

from collections.abc import Mapping

from cosmos_app.outputs.released import RoomFigures


def facts_of(figures: RoomFigures) -> Mapping[str, str | int | bool]:
    """What the workshop is, by the names that these facts bear in files; ``texts.codebook.FACTS`` says what each is."""
    room, plan = figures.room, figures.room.plan
    return {
        "site": plan.site,
        "initiative": plan.initiative,
        "wave": plan.wave,
        "started_on": room.started_on.isoformat(),
        "phase": room.workshop.phase,
        "depth": room.depth,
        "smallest_group": plan.smallest_group,
        "practice": plan.practice,
        "example": room.example,
        "engine": figures.engine,
    }
