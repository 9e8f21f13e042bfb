"""``cosmos import``: keep what another CoSMoS shared of a workshop, to compare sites."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cosmos_app.cli.commands.output import print_problems
from cosmos_app.cli.commands.workshops import store_at
from cosmos_app.interchange.bundles import InvalidBundleError, read_bundle, shareable
from cosmos_app.storage import StoreError, site_key
from cosmos_app.storage.current import store
from cosmos_app.texts import commands as texts
from cosmos_app.texts.store import store_problem
from models.problems import Problem


def run(file: Path, data: Path | None = None) -> int:
    """Keep what may be shared of a bundle.

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
        print_problems(error.problems)
    except StoreError as error:
        print(store_problem(error), file=sys.stderr)
    return 1


def _keep(body: Mapping[str, Any], file: Path) -> int:
    wave = body["wave"] or body["started_on"]
    workshop = texts.IMPORTED_WORKSHOP(site=body["site"], initiative=body["initiative"], wave=wave)
    same = [bundle for bundle in store().received() if _workshop(bundle.body) == _workshop(body)]
    if any(bundle.body == body for bundle in same):
        print(texts.IMPORTED_BEFORE(workshop=workshop))
        return 0
    if same:
        values = {"day": same[0].received_on, "workshop": workshop}
        print_problems([Problem(message="received-before", file=str(file), pointer="", values=values)])
        return 1
    store().receive(body["site"], body)
    print(texts.IMPORTED(workshop=workshop))
    if not body["agreement"]["stories"]:
        print(texts.IMPORTED_FIGURES())
    return 0


def _workshop(body: Mapping[str, Any]) -> tuple[str, ...]:
    """The fields by which workshops of other servers are distinguished."""
    return site_key(body["site"]), body["initiative"].strip().casefold(), body["wave"], body["started_on"]
