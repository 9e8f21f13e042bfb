"""The store: everything people entered, kept whole or not at all.

Importing this loads SQLAlchemy (0.2 s); a command that keeps nothing should not import it.
"""

from cosmos_app.storage.bulk_answers import CountedPerson
from cosmos_app.storage.decisions import Action, Decision, Feedback, Parked, Status
from cosmos_app.storage.errors import StoreError, TakenError
from cosmos_app.storage.paper_sheets import Paper, Which
from cosmos_app.storage.people import Person
from cosmos_app.storage.results import KeptResult, Locus, OwnFactor
from cosmos_app.storage.rooms import Room
from cosmos_app.storage.seats import Seat
from cosmos_app.storage.sites import ReceivedBundle, Site, site_key
from cosmos_app.storage.sittings import Sitting
from cosmos_app.storage.store import Store, open_store
from cosmos_app.storage.stories import Story

__all__ = [
    "Action",
    "CountedPerson",
    "Decision",
    "Feedback",
    "KeptResult",
    "Locus",
    "OwnFactor",
    "Paper",
    "Parked",
    "Person",
    "ReceivedBundle",
    "Room",
    "Seat",
    "Site",
    "Sitting",
    "Status",
    "Store",
    "StoreError",
    "Story",
    "TakenError",
    "Which",
    "open_store",
    "site_key",
]
