"""Head counts: the people whom the desk counted, beside the seats of a room; and seats that nobody uses any more."""

from typing import Any

from sqlalchemy import Connection, bindparam, delete, false, func, insert, literal, select, update

from cosmos_app.storage.answer_writes import mark_active
from cosmos_app.storage.audit import Deed, write_audit
from cosmos_app.storage.clock_and_ids import now_here
from cosmos_app.storage.engine import Database
from cosmos_app.storage.errors import StoreError
from cosmos_app.storage.row_locks import lock_exclusive, lock_shared_of
from cosmos_app.storage.seat_links import delete_links_to
from cosmos_app.storage.seats import token_hash
from cosmos_app.storage.tables import answer as answers
from cosmos_app.storage.tables import participant as participants
from cosmos_app.storage.tables import plan as plans
from cosmos_app.storage.tables import removed_seat, resume
from models.seat_count import IDLE_SECONDS, MOST_HEADS, SeatCount
from models.workshop import ROUNDS, NotAllowedError, Workshop


class HeadCountsMixin:
    """The methods of the store about the number of people and of seats."""

    database: Database

    def confirm_heads(self, workshop: str, heads: int) -> None:
        """Keep how many people answered, gone or still there, as the desk counted them; opening the round forgets it.

        Raises:
            NotAllowedError: Unless the first round is closed and not shown yet, and the number is one of people.
        """
        with self.database.writing() as connection:
            _expect_frozen(lock_exclusive(self.database, connection, workshop))
            if not 0 <= heads <= MOST_HEADS:
                raise NotAllowedError("no-such-number-of-people", most=MOST_HEADS)
            _change_plan(connection, workshop, heads=heads)

    def ask_who_is_here(self, workshop: str, now: int | None = None) -> None:
        """Ask everybody who joined in time and has not finished whether they still use their seat.

        Whoever answers anything from now on, finishes, or says so (``say_here``) does.

        Args:
            workshop: Id of the room.
            now: Seconds since 1970; None means this moment.

        Raises:
            NotAllowedError: Unless the first round is closed and not shown yet.
        """
        unfinished = update(participants).where(
            participants.c.workshop == workshop, ~participants.c.late, ~participants.c.finished
        )
        with self.database.writing() as connection:
            _expect_frozen(lock_exclusive(self.database, connection, workshop))
            connection.execute(unfinished.values(idle=True))
            _change_plan(connection, workshop, asked_since=now_here() if now is None else now)

    def say_here(self, participant: str) -> None:
        """Keep that a person still uses their seat.

        Raises:
            StoreError: If it was removed.
        """
        with self.database.writing() as connection:
            lock_shared_of(self.database, connection, participant)
            if not mark_active(connection, participant):  # removed while this waited for the lock
                raise StoreError("gone", self.database.place)

    def idle_seats(self, workshop: str) -> int:
        """How many people were asked whether they still use their seat, and have not acted since."""
        with self.database.reading() as connection:
            return connection.execute(_IDLE_SEATS, {"of": workshop}).scalar_one()

    def remove_idle_seat(self, workshop: str, now: int | None = None, by: str | None = None) -> None:
        """Erase the seat of somebody who was asked and has not acted since, with their answers; the fewest go first.

        Args:
            workshop: Id of the room.
            now: Seconds since 1970; None means this moment.
            by: Who erases it, for the audit log, which does not say whose it was; None keeps no line.

        Raises:
            NotAllowedError: Unless the first round is closed and not shown yet, there are more seats than people, and
                somebody had ``IDLE_SECONDS`` to act and did not.
        """
        with self.database.writing() as connection:
            _expect_frozen(lock_exclusive(self.database, connection, workshop))
            if not _seat_count(connection, workshop).too_many:
                raise NotAllowedError("no-seat-too-many")
            asked = connection.execute(select(plans.c.asked_since).where(plans.c.workshop == workshop)).scalar()
            waited = 0 if asked is None else (now_here() if now is None else now) - asked
            person = connection.execute(_IDLE, {"of": workshop}).scalar()
            if person is None:
                raise NotAllowedError("no-idle-seat")
            if asked is None or waited < IDLE_SECONDS:
                raise NotAllowedError("still-waiting-for-them", seconds=IDLE_SECONDS - waited)
            leads_there = select(resume.c.token_hash, literal(workshop)).where(resume.c.participant == person)
            connection.execute(insert(removed_seat).from_select(["token_hash", "workshop"], leads_there))
            delete_links_to(connection, person)
            unused = delete(participants).where(participants.c.id == person, *_IS_IDLE)
            if not connection.execute(unused, {"of": workshop}).rowcount:
                raise NotAllowedError("no-idle-seat")  # they acted just now
            _change_plan(connection, workshop, removed=plans.c.removed + 1)
            if by is not None:
                write_audit(connection, Deed(deed="erased-seat", doer=by, workshop=workshop))
        self.database.scrub()

    def follow_cookie(self, old: str, new: str) -> None:
        """Keep, of a browser that is known by another token now, that its seat was removed."""
        query = update(removed_seat).where(removed_seat.c.token_hash == token_hash(old))
        with self.database.writing() as connection:
            connection.execute(query.values(token_hash=token_hash(new)))

    def was_removed(self, token: str) -> bool:
        """Whether the seat that this token led to was removed by the desk, and its person has taken no other since."""
        query = select(removed_seat.c.token_hash).where(removed_seat.c.token_hash == token_hash(token))
        with self.database.reading() as connection:
            return connection.execute(query).first() is not None


def expect_heads(connection: Connection, workshop: str) -> None:
    """Refuse to show the answers of a room whose people were not counted, or that has more seats than people.

    Raises:
        NotAllowedError: In these cases.
    """
    count = _seat_count(connection, workshop)
    if count.heads is None:
        raise NotAllowedError("heads-not-counted")
    if count.too_many:
        raise NotAllowedError("more-seats-than-heads", seats=count.seats, heads=count.heads)


def forget_heads(connection: Connection, workshop: str) -> None:
    """Forget within a transaction how many people were counted and who was asked: the round is open again."""
    _change_plan(connection, workshop, heads=None, asked_since=None)
    connection.execute(update(participants).where(participants.c.workshop == workshop).values(idle=False))


def forget_when_asked(connection: Connection, workshop: str) -> None:
    """Forget within a transaction when the desk asked who still uses their seat."""
    _change_plan(connection, workshop, asked_since=None)


def _seat_count(connection: Connection, workshop: str) -> SeatCount:
    heads = connection.execute(select(plans.c.heads).where(plans.c.workshop == workshop)).scalar()
    return SeatCount(seats=connection.execute(_SEATS, {"of": workshop}).scalar_one(), heads=heads)


def _expect_frozen(room: Workshop) -> None:
    if room.kind != "room" or room.phase != "frozen" or room.round != ROUNDS[0]:
        raise NotAllowedError("heads-before-the-dots")


def _change_plan(connection: Connection, workshop: str, **values: Any) -> None:
    connection.execute(update(plans).where(plans.c.workshop == workshop).values(values))


_IN_TIME = (participants.c.workshop == bindparam("of"), participants.c.late == false())
_SEATS = select(func.count()).select_from(participants).where(*_IN_TIME)
_IS_IDLE = (*_IN_TIME, participants.c.idle, ~participants.c.finished)
_IDLE_SEATS = select(func.count()).select_from(participants).where(*_IS_IDLE)
_GIVEN = select(func.count()).where(answers.c.participant == participants.c.id).correlate(participants)
_IDLE = select(participants.c.id).where(*_IS_IDLE).order_by(_GIVEN.scalar_subquery(), participants.c.id).limit(1)
