"""Rooms: workshops of several people, with their plan and the step that the facilitator is at."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Integer, RowMapping, Select, case, insert, literal, select, update

from cosmos_app.settings import days_kept
from cosmos_app.storage.clock_and_ids import days_after, new_id, now_here, today_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import lock_exclusive, lock_shared
from cosmos_app.storage.rows import storable
from cosmos_app.storage.sittings import insert_sitting
from cosmos_app.storage.tables import plan as plans
from cosmos_app.storage.tables import workshop as workshops
from cosmos_app.storage.tables import workshop_definition
from models.answers import LONGEST_NAME
from models.definition import Depth
from models.plan import LocalQuestion, Plan, Promise
from models.smallest_group import threshold
from models.workshop import NotAllowedError, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A workshop of several people.

    Attributes:
        workshop: Its state: what may be done now.
        depth: Which form is asked.
        example: Whether it is a rehearsal with invented answers.
        started_on: The day its plan was begun.
        erase_on: The day it is erased, fixed when it opens and told to people; None in a store of an older release
            that has not been looked at yet.
        definitions: Hash of each questionnaire's definition, by questionnaire id, in the order asked; none in a draft.
        plan: What the facilitator prepared.
        step: Where in the agenda the facilitator is; "" before the first step.
        focus: The item that everyone looks at, as "questionnaire/item"; "" for none.
        step_since: When that step began, in seconds since 1970; None if not begun, and after the close.
        heads: People who answered, as the desk counted them before the dots are shown; None before it did.
        removed: How many seats the desk removed, because nobody used them.
        asked_since: When the desk asked who still uses their seat, in seconds since 1970; None if it does not.
    """

    id: str
    workshop: Workshop
    depth: Depth
    example: bool
    started_on: date
    erase_on: date | None
    definitions: Mapping[str, str]
    plan: Plan
    step: str
    focus: str
    step_since: int | None
    heads: int | None = None
    removed: int = 0
    asked_since: int | None = None


class RoomsMixin:
    """The methods of the store about rooms."""

    database: Database

    def draft(self, plan: Plan, example: bool = False, today: date | None = None) -> str:
        """Keep the draft of a room, with one sitting; returns its id.

        Args:
            plan: As far as it is prepared.
            example: Whether it is a rehearsal with invented answers.
            today: The day it started; None means today.
        """
        workshop, new, day = new_id(), Workshop(kind="room"), today or today_here()
        row = {
            "id": workshop,
            "kind": new.kind,
            "phase": new.phase,
            "round": new.round,
            "depth": plan.depth,
            "example": example,
            "started_on": day,
            "erase_on": days_after(day, days_kept("room")),
        }
        first = {"workshop": workshop, "step": "", "focus": "", "step_since": None}
        with self.database.writing() as connection:
            connection.execute(insert(workshops), row)
            connection.execute(insert(plans), {**first, **_columns(plan)})
            insert_sitting(self.database, connection, workshop, "", remote=False)
        return workshop

    def keep_plan(self, workshop: str, plan: Plan) -> None:
        """Keep a draft's plan in place of the one before.

        Raises:
            NotAllowedError: If it is no draft any more: people may rely on what the plan said.
        """
        with self.database.writing() as connection:
            if lock_exclusive(self.database, connection, workshop).phase != "draft":
                raise NotAllowedError("plan-stays")
            connection.execute(update(workshops).where(workshops.c.id == workshop).values(depth=plan.depth))
            connection.execute(update(plans).where(plans.c.workshop == workshop).values(_columns(plan)))

    def room(self, workshop: str) -> Room | None:
        """A room; None if there is none of this id, which may be any text: it stands in addresses."""
        if not (workshop.isascii() and workshop.isprintable()):  # PostgreSQL refuses a NUL, both half a letter
            return None
        found = self._rooms(_ROOMS.where(workshops.c.id == workshop))
        return found[0] if found else None

    def rooms(self) -> tuple[Room, ...]:
        """Every room, the newest first; those of one day by site and initiative."""
        return self._rooms(
            _ROOMS.order_by(workshops.c.started_on.desc(), plans.c.site, plans.c.initiative, workshops.c.id)
        )

    def look_at(self, workshop: str, step: str | None = None, focus: str | None = None, now: int | None = None) -> None:
        """Keep the step that the facilitator is at, and the item that everyone looks at.

        Args:
            workshop: Id of the room.
            step: The step of the agenda; None leaves it.
            focus: The item, as "questionnaire/item"; "" for none; None leaves it.
            now: Seconds since 1970; None means this moment. Kept when the step is a new one, but not after the close.
        """
        values: dict[str, Any] = {} if focus is None else {"focus": focus}
        with self.database.writing() as connection:
            closed = lock_shared(self.database, connection, workshop).phase == "closed"
            if step is not None:
                began = None if closed else now_here() if now is None else now
                values["step"] = step
                values["step_since"] = case((plans.c.step != step, literal(began, Integer)), else_=plans.c.step_since)
            if values and not connection.execute(_plan_of(workshop).values(values)).rowcount:
                raise StoreError("gone", self.database.place)

    def restart_clock(self, workshop: str, now: int | None = None) -> None:
        """Let the clock of the present step begin anew; after the close it stands.

        Args:
            workshop: Id of the room.
            now: Seconds since 1970; None means this moment.
        """
        with self.database.writing() as connection:
            if lock_shared(self.database, connection, workshop).phase != "closed":
                connection.execute(_plan_of(workshop).values(step_since=now_here() if now is None else now))

    def _rooms(self, query: Select[Any]) -> tuple[Room, ...]:
        with self.database.reading() as connection:
            rows = connection.execute(query).mappings().all()
            asked = connection.execute(_ASKED.where(workshop_definition.c.workshop.in_([row["id"] for row in rows])))
            definitions: dict[str, dict[str, str]] = {}
            for row in asked:
                definitions.setdefault(row.workshop, {})[row.questionnaire] = row.snapshot
        return tuple(_room(row, definitions.get(row["id"], {})) for row in rows)


def _plan_of(workshop: str) -> Any:
    return update(plans).where(plans.c.workshop == workshop)


def _columns(plan: Plan) -> dict[str, Any]:
    """The columns of ``plan`` for what a facilitator prepared; the depth is the workshop's."""
    return {
        **{name: storable(getattr(plan, name), LONGEST_NAME) for name in ("site", "initiative", "wave", "languages")},
        "agenda": plan.agenda,
        "named": plan.named,
        "smallest_group": threshold(plan.smallest_group),
        "asked": [[questionnaire, list(chosen)] for questionnaire, chosen in plan.asked.items()],
        "promise": {name: storable(words) for name, words in asdict(plan.promise).items()},
        "previous": plan.previous,
        "local": [_question(question) for question in plan.local],
        "practice": storable(plan.practice, LONGEST_NAME),
    }


def _question(question: LocalQuestion) -> dict[str, Any]:
    options = [storable(option) for option in question.options]
    return {"ask": storable(question.ask), "kind": question.kind, "options": options}


def _room(row: RowMapping, definitions: Mapping[str, str]) -> Room:
    plan = Plan(
        **{name: row[name] for name in ("site", "initiative", "wave", "depth", "agenda", "named", "smallest_group")},
        asked={questionnaire: tuple(chosen) for questionnaire, chosen in row["asked"]},
        languages=row["languages"],
        promise=Promise(**row["promise"]),
        previous=row["previous"],
        local=tuple(LocalQuestion(**{**kept, "options": tuple(kept["options"])}) for kept in row["local"]),
        practice=row["practice"],
    )
    return Room(
        id=row["id"],
        workshop=Workshop(kind=row["kind"], phase=row["phase"], round=row["round"]),
        depth=row["depth"],
        example=row["example"],
        started_on=row["started_on"],
        erase_on=row["erase_on"],
        definitions=definitions,
        plan=plan,
        step=row["step"],
        focus=row["focus"],
        step_since=row["step_since"],
        heads=row["heads"],
        removed=row["removed"],
        asked_since=row["asked_since"],
    )


_ROOMS: Select[Any] = (
    select(workshops, *(column for column in plans.c if column.name != "workshop"))
    .join_from(workshops, plans, plans.c.workshop == workshops.c.id)
    .where(workshops.c.kind == "room")
)
_ASKED: Select[Any] = select(workshop_definition).order_by(workshop_definition.c.position)
