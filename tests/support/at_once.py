"""Two who act on one store at the same moment: the first is stopped half way, the second has to wait."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import event

A_MOMENT = 0.3
"""Seconds after which something that does not wait would long have happened."""


@contextmanager
def stopped_before(store, words):
    """Stop whoever of this store's users is about to say these words, until told to go on.

    Yields:
        Set once somebody is stopped, and to be set for them to go on.
    """
    reached, go_on = threading.Event(), threading.Event()

    def stop(connection, cursor, statement, *rest):
        if words in statement and not reached.is_set():
            reached.set()
            assert go_on.wait(5)

    event.listen(store.engine, "before_cursor_execute", stop)
    try:
        yield reached, go_on
    finally:
        go_on.set()
        event.remove(store.engine, "before_cursor_execute", stop)


def at_once(first, second, held_up):
    """Start *first*, which is stopped half way, then *second*, which has to wait; returns what both did."""
    reached, go_on = held_up
    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(first)
        assert reached.wait(5)
        two = threads.submit(second)
        with pytest.raises(TimeoutError):
            two.result(A_MOMENT)
        go_on.set()
        return one.result(5), two.result(5)
