"""``cosmos import``: keep what another CoSMoS told of a workshop, for comparisons between sites."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cosmos_app.cli.commands.output import tell
from cosmos_app.cli.commands.workshops import store_at
from cosmos_app.interchange.bundles import InvalidBundleError, read_bundle, shareable
from cosmos_app.storage import StoreError, site_key
from cosmos_app.storage.current import store
from cosmos_app.texts.store import store_problem
from models.problems import Problem


def run(file: Path, data: Path | None = None) -> int:
    """Take a bundle over, as far as it may be shared.

    Args:
        file: The bundle (JSON), made by ``cosmos export``.
        data: The folder of the store; None for the usual place.

    Returns:
        The exit code: 0 if it is kept now or was before, 1 if it can't be used.
    """
    try:
        body = shareable(read_bundle(file))
        with store_at(data, new=True):
            return _keep(body, file)
    except InvalidBundleError as error:
        tell(error.problems)
    except StoreError as error:
        print(store_problem(error), file=sys.stderr)
    return 1


def _keep(body: Mapping[str, Any], file: Path) -> int:
    told = f"{body['site']}: {body['initiative']}, {body['wave'] or body['started_on']}"
    same = [one for one in store().received() if _workshop(one.body) == _workshop(body)]
    if any(one.body == body for one in same):
        print(f"This was received before, and is kept once: {told}")
        return 0
    if same:
        values = {"day": same[0].received_on, "workshop": told}
        tell([Problem(message="received-before", file=str(file), pointer="", values=values)])
        return 1
    store().receive(body["site"], body)
    print(f"Kept for comparisons: {told}")
    if not body["agreement"]["stories"]:
        print("Without what it agreed and did: the site shares its figures only.")
    return 0


def _workshop(body: Mapping[str, Any]) -> tuple[str, ...]:
    """What tells workshops apart that other servers had."""
    return site_key(body["site"]), body["initiative"].strip().casefold(), body["wave"], body["started_on"]
