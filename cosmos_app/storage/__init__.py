"""The store: everything people entered.

Importing this loads SQLAlchemy (0.2 s); a command that needs no store should not import it.
"""

from cosmos_app.storage.actions import Action, Parked, Status
from cosmos_app.storage.audit import BY_COMMAND, BY_SERVER, AuditLine, Deed, DeedKind, desk_number
from cosmos_app.storage.bulk_answers import CountedPerson
from cosmos_app.storage.decisions import Decision, Feedback
from cosmos_app.storage.errors import StoreError, TakenError
from cosmos_app.storage.paper_sheets import EntryPass, NumberedSeat, PaperSheet
from cosmos_app.storage.people import Person
from cosmos_app.storage.results import KeptResult, Locus, OwnFactor
from cosmos_app.storage.retention import Erased
from cosmos_app.storage.rooms import Room
from cosmos_app.storage.seats import Seat
from cosmos_app.storage.sites import ReceivedBundle, Site, site_key
from cosmos_app.storage.sittings import Sitting
from cosmos_app.storage.store import Store, open_store
from cosmos_app.storage.stories import Story

__all__ = [
    "BY_COMMAND",
    "BY_SERVER",
    "Action",
    "AuditLine",
    "CountedPerson",
    "Decision",
    "Deed",
    "DeedKind",
    "EntryPass",
    "Erased",
    "Feedback",
    "KeptResult",
    "Locus",
    "NumberedSeat",
    "OwnFactor",
    "PaperSheet",
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
    "desk_number",
    "open_store",
    "site_key",
]
