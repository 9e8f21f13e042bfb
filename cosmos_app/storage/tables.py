"""The tables. Ids are random, tokens are kept as hashes; nothing is dated finer than a day but two moments of ``plan``.

Names in the database stay as the first releases made them. Where the code has another word by now:
- ``participant.agrees``: whether the person *consents* that small groups are shown
- ``mark``, ``mark.mark``: the *locus* of a subject: in the team's control, influence or concern
- ``settled``: the *decisions* of a room on its items; ``site.agreement``: the site's *sharing agreement*
- ``desk``, ``lead``: browsers of facilitators and of leads; ``received``: *bundles* of other servers
- ``paper``: forms being typed in; ``came_back``, ``followed``: *links* of participants to seats of an earlier workshop
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
)

import cosmos_app.storage.standing_tables  # noqa: F401  (so that ``metadata`` holds all tables)
from cosmos_app.storage.columns import HASH, ID, Json, belongs_to, metadata, response_columns, response_key
from cosmos_app.storage.row_order import shuffle_rows
from models.smallest_group import SMALLEST_K

__all__ = ["metadata"]

snapshot = Table(
    "snapshot",
    metadata,
    Column("hash", HASH, primary_key=True),
    Column("questionnaire", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("structure_hash", HASH, nullable=False),
    Column("texts_hash", HASH, nullable=False),
    Column("body", Text, nullable=False),
)

workshop = Table(
    "workshop",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("phase", String(20), nullable=False),
    Column("round", Integer, nullable=False),
    Column("depth", String(20), nullable=False),
    Column("example", Boolean, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("erase_on", Date),  # NULL: of a release that kept none, and not looked at since
    Index(None, "erase_on"),
)

workshop_definition = Table(
    "workshop_definition",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("snapshot", HASH, ForeignKey("snapshot.hash"), nullable=False),
    Column("position", Integer, nullable=False),
)

participant = Table(
    "participant",
    metadata,
    Column("id", ID, primary_key=True),
    belongs_to("workshop"),
    Column("role", Text),
    Column("family", Text),
    Column("second_hat", Text),
    Column("finished", Boolean, nullable=False),
    Column("name", Text),
    # With defaults in the database: to add a column without one, SQLite copies the table and so drops its dependents.
    Column("late", Boolean, nullable=False, server_default=false()),
    Column("agrees", Boolean),
    Column("helped", Boolean, nullable=False, server_default=false()),
    Column("came_before", Boolean),
    Column("typed", Boolean, nullable=False, server_default=false()),  # came on paper, and somebody typed it in
    Column("sheet", Text),  # what is written on that paper, until the close; NULL for phones
    Column("idle", Boolean, nullable=False, server_default=false()),  # asked by the desk, and has not acted since
    Index(None, "workshop"),
)

came_back = Table(  # no column of ``participant``: to add a foreign key, SQLite copies the table
    "came_back",
    metadata,
    belongs_to("participant", primary_key=True),
    belongs_to("workshop"),
    Column("earlier", ID, ForeignKey("participant.id", ondelete="SET NULL")),  # NULL: erased with its workshop
    Index(None, "workshop", "earlier", unique=True),
    Index(None, "earlier"),
)

followed = Table(  # the one workshop from which people are linked back to another
    "followed",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("later", ID, ForeignKey("workshop.id", ondelete="SET NULL")),  # NULL: erased after its results were shown
    Index(None, "later"),
)

resume = Table(
    "resume",
    metadata,
    Column("token_hash", HASH, primary_key=True),
    belongs_to("participant"),
    Index(None, "participant"),
)

answer = Table("answer", metadata, *response_key(), *response_columns())
held_answer = Table("held_answer", metadata, *response_key(), *response_columns())

answer_log = Table(
    "answer_log",
    metadata,
    Column("id", Integer, primary_key=True),
    belongs_to("participant"),
    Column("questionnaire", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("round", Integer, nullable=False),
    *response_columns(),
    Column("on_day", Date, nullable=False),
    Index(None, "participant"),
)

result = Table(
    "result",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("round", Integer, primary_key=True, autoincrement=False),
    Column("engine", Text, primary_key=True),
    Column("body", Json, nullable=False),
    Column("kept_on", Date, nullable=False),
)

target = Table(
    "target",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("dimension", Text, primary_key=True),
    Column("value", Float, nullable=False),
    CheckConstraint("value BETWEEN 0 AND 4", name="value"),
)

mark = Table(
    "mark",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("mark", String(20), nullable=False),
    CheckConstraint("mark IN ('control', 'influence', 'concern')", name="mark"),
)

thought = Table(
    "thought",
    metadata,
    belongs_to("participant", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("words", Text, nullable=False),
)

own_factor = Table(
    "own_factor",
    metadata,
    Column("id", ID, primary_key=True),
    belongs_to("workshop"),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Index(None, "workshop"),
)

plan = Table(
    "plan",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("site", Text, nullable=False),
    Column("initiative", Text, nullable=False),
    Column("wave", Text, nullable=False),
    Column("languages", Text, nullable=False),
    Column("agenda", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("smallest_group", Integer, nullable=False),
    Column("asked", Json, nullable=False),  # pairs of a questionnaire and its dimensions, in order
    Column("promise", Json, nullable=False),
    Column("previous", ID, ForeignKey("workshop.id", ondelete="SET NULL")),
    Column("step", Text, nullable=False),
    Column("focus", Text, nullable=False),
    Column("step_since", Integer),  # seconds since 1970, for the timer that everyone sees; NULL after the close
    Column("local", Json, nullable=False, server_default="[]"),
    Column("practice", Text, nullable=False, server_default=""),
    Column("heads", Integer),  # people who answered, as the desk counted them; NULL before it did
    Column("removed", Integer, nullable=False, server_default="0"),  # seats that the desk removed
    Column("asked_since", Integer),  # seconds since 1970: when the desk asked who still uses their seat; NULL else
    CheckConstraint(f"smallest_group >= {SMALLEST_K}", name="smallest_group"),
)

sitting = Table(
    "sitting",
    metadata,
    Column("id", ID, primary_key=True),
    belongs_to("workshop"),
    Column("name", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("remote", Boolean, nullable=False),
    Column("position", Integer, nullable=False),
    Index(None, "workshop"),
    Index(None, "code", unique=True),
)

desk = Table("desk", metadata, Column("token_hash", HASH, primary_key=True), Column("since", Date, nullable=False))
lead = Table("lead", metadata, Column("token_hash", HASH, primary_key=True), Column("since", Date, nullable=False))

second_round = Table(
    "second_round",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("item", Text, primary_key=True),
)

settled = Table(
    "settled",
    metadata,
    belongs_to("workshop", primary_key=True),
    Column("questionnaire", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("value", Json),
    Column("one_side", Text, nullable=False),
    Column("other_side", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("evidence", Json),
)

action = Table(
    "action",
    metadata,
    Column("id", ID, primary_key=True),
    belongs_to("workshop"),
    Column("what", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("became", Text, nullable=False),
    Column("position", Integer, nullable=False),
    CheckConstraint("status IN ('open', 'done', 'dropped')", name="status"),
    Index(None, "workshop"),
)

parked = Table(
    "parked",
    metadata,
    Column("id", ID, primary_key=True),
    belongs_to("workshop"),
    Column("words", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Index(None, "workshop"),
)

feedback = Table(
    "feedback",
    metadata,
    belongs_to("participant", primary_key=True),
    Column("heard", Integer),
    Column("worth", Integer),
    Column("words", Text, nullable=False),
    CheckConstraint("heard BETWEEN 0 AND 4", name="heard"),
    CheckConstraint("worth BETWEEN 0 AND 4", name="worth"),
)

paper = Table(
    "paper",
    metadata,
    Column("id", ID, primary_key=True),
    belongs_to("workshop"),
    Column("label", Text, nullable=False),
    Column("first", Json, nullable=False),
    Column("second", Json),
    Column("position", Integer, nullable=False),
    Column("round", Integer, nullable=False, server_default="1"),
    Index(None, "workshop"),
)

removed_seat = Table(  # so that a phone is told why it leads nowhere
    "removed_seat",
    metadata,
    Column("token_hash", HASH, primary_key=True),
    belongs_to("workshop"),
    Index(None, "workshop"),
)

shuffle_rows(metadata)
