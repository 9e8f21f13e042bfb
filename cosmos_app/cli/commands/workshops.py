"""Finds the workshop that a command names, in a folder of data, and writes a file made from it."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cosmos_app.cli.commands.output import deliver_bytes, print_problems
from cosmos_app.settings import DATABASE_FILE, data_dir
from cosmos_app.storage import BY_COMMAND, Deed, DeedKind, Room, StoreError, current
from cosmos_app.texts import commands as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.refusals import refusal
from models.problems import ProblemsError
from models.workshop import NotAllowedError

LATEST = "latest"
"""Names the newest workshop that has something to show."""


class UnfoundError(Exception):
    """There is no such workshop, or more than one; the message lists those there are."""


@contextmanager
def store_at(data: Path | None, *, new: bool = False) -> Iterator[None]:
    """Work with the store in a folder; afterwards the one used before is used again.

    Args:
        data: The folder; None for the usual place.
        new: Whether a store is made where there is none.

    Raises:
        UnfoundError: If there is no store and none is to be made.
        StoreError: If there can be none, once it is used.
    """
    before = os.environ.get("COSMOS_DATA")
    if data is not None:
        os.environ["COSMOS_DATA"] = str(data.absolute())
    current.store.cache_clear()
    try:
        if not new:
            _expect_a_store()
        yield
    finally:
        if current.store.cache_info().currsize:
            current.store().close()
        current.store.cache_clear()
        if data is not None:
            os.environ.pop("COSMOS_DATA")
            os.environ.update({} if before is None else {"COSMOS_DATA": before})


def the_workshop(text: str) -> Room:
    """Find the workshop that a person means.

    Args:
        text: Its id, the beginning of it if no other begins so, or ``LATEST``.

    Raises:
        UnfoundError: If none or several are meant; lists them.
        StoreError: If the store can't be read.
    """
    every = current.store().rooms()
    meant = _latest(every) if text == LATEST else [room for room in every if text and room.id.startswith(text)]
    if len(meant) == 1:
        return meant[0]
    if not every:
        raise UnfoundError(texts.NO_WORKSHOP())
    wrong = texts.SEVERAL_WORKSHOPS if meant else texts.NO_SUCH_WORKSHOP
    raise UnfoundError("\n".join([wrong(typed=text), *map(_line, meant or every)]))


def write_of_workshop(
    text: str,
    out: Path,
    make: Callable[[Room], bytes],
    data: Path | None = None,
    contents: Callable[[bytes], str] = lambda _: "",
    *,
    deed: DeedKind,
) -> int:
    """Write a file of a workshop, and say what was written, or why nothing was; the audit log says so too.

    Args:
        text: Which workshop, as for ``the_workshop``.
        out: Where the file goes.
        make: Makes it.
        data: The folder of the store; None for the usual place.
        contents: Says what is in it, in a sentence or two.
        deed: What this is in the audit log.

    Returns:
        The exit code of the command: 0, or 1 if nothing was written.
    """
    try:
        with store_at(data):
            room = the_workshop(text)
            body = make(room)
            current.store().audit(Deed(deed=deed, doer=BY_COMMAND, workshop=room.id, detail=out.suffix.lower()))
        deliver_bytes(out, body)
    except (UnfoundError, NotAllowedError, StoreError) as error:
        print(refusal(error), file=sys.stderr)
        return 1
    except ProblemsError as error:
        print_problems(error.problems)
        return 1
    # Not to stdout: the file itself may go there, by the name of /dev/stdout.
    print(paragraph(texts.WRITTEN(out=out, workshop=_title(room)), contents(body)), file=sys.stderr)
    return 0


def _title(room: Room) -> str:
    plan = room.plan
    return ", ".join(filter(None, (plan.initiative, plan.site, plan.wave))) or str(room.started_on)


def _latest(every: Sequence[Room]) -> list[Room]:
    """The newest workshops, several if they began on one day; first among those that show something."""
    shown = [room for room in every if room.workshop.shows_results]
    among = [room for room in shown if not room.example] or shown or every
    return [room for room in among if room.started_on == among[0].started_on]


def _line(room: Room) -> str:
    plan = room.plan
    about = [plan.site, plan.initiative, plan.wave, texts.REHEARSAL() if room.example else "", room.workshop.phase]
    return f"  {room.id}  {room.started_on}  {', '.join(part for part in about if part)}"


def _expect_a_store() -> None:
    """Raise if there is no store: looking for a workshop should not create an empty one."""
    if "COSMOS_DATABASE_URL" not in os.environ and not (data_dir() / DATABASE_FILE).is_file():
        raise UnfoundError(texts.NO_DATA(folder=data_dir()))
