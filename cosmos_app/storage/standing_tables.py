"""Tables that belong to no workshop: they stay when one is erased. ``tables`` has the others."""

from sqlalchemy import Column, Date, Index, Table, Text

from cosmos_app.storage.columns import ID, Json, metadata

site = Table(
    "site",
    metadata,
    Column("key", Text, primary_key=True),  # of its name, by ``sites.site_key``
    Column("name", Text, nullable=False),
    Column("card", Json, nullable=False),
    Column("agreement", Json, nullable=False),
    Column("agreed_on", Date),
    Column("withdrawn_on", Date),
)

received = Table(
    "received",
    metadata,
    Column("id", ID, primary_key=True),
    Column("site", Text, nullable=False),
    Column("body", Json, nullable=False),
    Column("received_on", Date, nullable=False),
)

audit_log = Table(  # what was exported and erased, without answers or names
    "audit_log",
    metadata,
    Column("id", ID, primary_key=True),
    Column("on_day", Date, nullable=False),
    Column("deed", Text, nullable=False),
    Column("doer", Text, nullable=False),
    Column("workshop", ID),  # no foreign key: it also names what is erased
    Column("detail", Text, nullable=False),
    Index(None, "on_day"),
)
