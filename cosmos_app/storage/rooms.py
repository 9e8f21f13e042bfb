"""Rooms: workshops of several people, from the plan to where the facilitator is just now."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Integer, RowMapping, Select, case, insert, literal, select, update

from cosmos_app.storage.clock_and_ids import new_id, now_here, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import pinned, pinned_to_change
from cosmos_app.storage.rows import writable
from cosmos_app.storage.sittings import seat_more
from cosmos_app.storage.tables import plan as plans
from cosmos_app.storage.tables import workshop as workshops
from cosmos_app.storage.tables import workshop_definition
from models.answers import LONGEST_NAME
from models.definition import Depth
from models.plan import LocalQuestion, Plan, Promise
from models.thresholds import threshold
from models.workshop import NotAllowedError, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A workshop of several people.

    Attributes:
        workshop: Its state: what may be done now.
        depth: Which form is asked.
        example: Whether it is a rehearsal with invented answers.
        started_on: The day its plan was begun.
        definitions: Hash of each questionnaire's definition, by questionnaire id, in the order asked; none in a draft.
        plan: What the facilitator prepared.
        step: Where in the agenda the facilitator is; "" before the first step.
        focus: What everyone looks at, as "questionnaire/item"; "" for nothing.
        step_since: When that step began, in seconds since 1970; None if not begun, and after the close.
    """

    id: str
    workshop: Workshop
    depth: Depth
    example: bool
    started_on: date
    definitions: Mapping[str, str]
    plan: Plan
    step: str
    focus: str
    step_since: int | None


class Rooms:
    """The part of the store that knows rooms."""

    database: Database

    def draft(self, plan: Plan, example: bool = False, today: date | None = None) -> str:
        """Begin to prepare a room, with one sitting to join; returns its id.

        Args:
            plan: As far as it is known.
            example: Whether it is a rehearsal with invented answers.
            today: The day it started; None means today.
        """
        workshop, new = new_id(), Workshop(kind="room")
        row = {
            "id": workshop,
            "kind": new.kind,
            "phase": new.phase,
            "round": new.round,
            "depth": plan.depth,
            "example": example,
            "started_on": today or today_here(),
        }
        begun = {"workshop": workshop, "step": "", "focus": "", "step_since": None}
        with self.database.writing() as connection:
            connection.execute(insert(workshops), row)
            connection.execute(insert(plans), {**begun, **_columns(plan)})
            seat_more(self.database, connection, workshop, "", remote=False)
        return workshop

    def keep_plan(self, workshop: str, plan: Plan) -> None:
        """Keep a draft's plan in place of the one before.

        Raises:
            NotAllowedError: If it is no draft any more: people may have answered by what it says.
        """
        with self.database.writing() as connection:
            if pinned_to_change(self.database, connection, workshop).phase != "draft":
                raise NotAllowedError("plan-stays")
            connection.execute(update(workshops).where(workshops.c.id == workshop).values(depth=plan.depth))
            connection.execute(update(plans).where(plans.c.workshop == workshop).values(_columns(plan)))

    def room(self, workshop: str) -> Room | None:
        """A room; None if there is none of this id."""
        found = self._rooms(_ROOMS.where(workshops.c.id == workshop))
        return found[0] if found else None

    def rooms(self) -> tuple[Room, ...]:
        """Every room, the newest first; those of one day by what they are about."""
        return self._rooms(
            _ROOMS.order_by(workshops.c.started_on.desc(), plans.c.site, plans.c.initiative, workshops.c.id)
        )

    def look_at(self, workshop: str, step: str | None = None, focus: str | None = None, now: int | None = None) -> None:
        """Keep where the facilitator is.

        Args:
            workshop: In which room.
            step: Where in the agenda; None leaves it.
            focus: What everyone looks at, as "questionnaire/item"; "" for nothing; None leaves it.
            now: Seconds since 1970; None means this moment. Kept when the step is a new one, but not after the close.
        """
        values: dict[str, Any] = {} if focus is None else {"focus": focus}
        with self.database.writing() as connection:
            closed = pinned(self.database, connection, workshop).phase == "closed"
            if step is not None:
                began = None if closed else now_here() if now is None else now
                values["step"] = step
                values["step_since"] = case((plans.c.step != step, literal(began, Integer)), else_=plans.c.step_since)
            if values and not connection.execute(_plan_of(workshop).values(values)).rowcount:
                raise StoreError("gone", self.database.place)

    def _rooms(self, query: Select[Any]) -> tuple[Room, ...]:
        with self.database.reading() as connection:
            rows = connection.execute(query).mappings().all()
            asked = connection.execute(_ASKED.where(workshop_definition.c.workshop.in_([row["id"] for row in rows])))
            definitions: dict[str, dict[str, str]] = {}
            for one in asked:
                definitions.setdefault(one.workshop, {})[one.questionnaire] = one.snapshot
        return tuple(_room(row, definitions.get(row["id"], {})) for row in rows)


def _plan_of(workshop: str) -> Any:
    return update(plans).where(plans.c.workshop == workshop)


def _columns(plan: Plan) -> dict[str, Any]:
    """The columns of ``plan`` for what a facilitator prepared; the depth is the workshop's."""
    return {
        **{name: writable(getattr(plan, name), LONGEST_NAME) for name in ("site", "initiative", "wave", "languages")},
        "agenda": plan.agenda,
        "named": plan.named,
        "smallest_group": threshold(plan.smallest_group),
        "asked": [[questionnaire, list(chosen)] for questionnaire, chosen in plan.asked.items()],
        "promise": {name: writable(words) for name, words in asdict(plan.promise).items()},
        "previous": plan.previous,
        "local": [_question(one) for one in plan.local],
        "practice": writable(plan.practice, LONGEST_NAME),
    }


def _question(one: LocalQuestion) -> dict[str, Any]:
    return {"ask": writable(one.ask), "kind": one.kind, "options": [writable(option) for option in one.options]}


def _room(row: RowMapping, definitions: Mapping[str, str]) -> Room:
    plan = Plan(
        **{name: row[name] for name in ("site", "initiative", "wave", "depth", "agenda", "named", "smallest_group")},
        asked={questionnaire: tuple(chosen) for questionnaire, chosen in row["asked"]},
        languages=row["languages"],
        promise=Promise(**row["promise"]),
        previous=row["previous"],
        local=tuple(LocalQuestion(**{**one, "options": tuple(one["options"])}) for one in row["local"]),
        practice=row["practice"],
    )
    return Room(
        id=row["id"],
        workshop=Workshop(kind=row["kind"], phase=row["phase"], round=row["round"]),
        depth=row["depth"],
        example=row["example"],
        started_on=row["started_on"],
        definitions=definitions,
        plan=plan,
        step=row["step"],
        focus=row["focus"],
        step_since=row["step_since"],
    )


_ROOMS: Select[Any] = (
    select(workshops, *(column for column in plans.c if column.name != "workshop"))
    .join_from(workshops, plans, plans.c.workshop == workshops.c.id)
    .where(workshops.c.kind == "room")
)
_ASKED: Select[Any] = select(workshop_definition).order_by(workshop_definition.c.position)
