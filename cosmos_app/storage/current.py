"""The store of this process, opened once at the address in the settings."""

from functools import lru_cache

from cosmos_app.settings import database_url
from cosmos_app.storage.store import Store, open_store


@lru_cache(maxsize=1)
def store() -> Store:
    """The store of this process, opened at the first call.

    Raises:
        StoreError: If it can't be opened.
    """
    return open_store(database_url())
