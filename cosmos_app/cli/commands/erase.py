"""``cosmos erase --due``: erase what is past its day, as the server does by itself at its start and every day."""

import sys
from pathlib import Path

from cosmos_app.cli.commands.workshops import UnfoundError, store_at
from cosmos_app.settings import InvalidPeriodError
from cosmos_app.storage import BY_COMMAND, StoreError
from cosmos_app.storage.current import store
from cosmos_app.texts import commands as texts
from cosmos_app.texts.message import paragraph
from cosmos_app.texts.refusals import refusal


def run(data: Path | None = None) -> int:
    """Erase what is due, and say how much that was.

    Args:
        data: The folder of the store; None for the usual place.

    Returns:
        The exit code: 0, or 1 if nothing was erased because something is wrong.
    """
    try:
        with store_at(data):
            done = store().erase_due(by=BY_COMMAND)
    except (UnfoundError, StoreError) as error:
        print(refusal(error), file=sys.stderr)
        return 1
    except InvalidPeriodError as error:
        print(texts.NO_PERIOD(variable=error.variable, typed=error.value), file=sys.stderr)
        return 1
    if not (done.rooms or done.visits):
        print(texts.NOTHING_DUE())
        return 0
    amount = texts.ERASED_AMOUNT(workshops=texts.WORKSHOPS(done.rooms), visits=texts.VISITS(done.visits))
    print(paragraph(texts.ERASED_DUE(amount=amount), texts.ERASED_NOT_IN_BACKUPS()))
    return 0
