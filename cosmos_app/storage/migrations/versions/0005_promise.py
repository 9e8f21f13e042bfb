"""The promise holds: a day of erasing, a log of exports and erasures, and people counted beside seats."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _protection()
    _seats()
    _row_order()


def _row_order() -> None:
    """Of SQLite: the number of a row no longer tells when it came; see ``row_order``."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for name in ("answer", "came_back", "feedback", "held_answer", "participant", "removed_seat", "resume", "thought"):
        op.execute(f"UPDATE {name} SET rowid = random() & 4611686018427387903")  # noqa: S608  (names of our own)
        op.execute(
            f"CREATE TRIGGER shuffle_{name} AFTER INSERT ON {name} BEGIN "  # noqa: S608
            f"UPDATE {name} SET rowid = random() & 4611686018427387903 WHERE rowid = NEW.rowid; END"
        )


def _protection() -> None:
    op.add_column("workshop", sa.Column("erase_on", sa.Date(), nullable=True))
    op.create_index(op.f("ix_workshop_erase_on"), "workshop", ["erase_on"])
    op.create_table(
        "audit_log",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("doer", sa.Text(), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
    )
    op.create_index(op.f("ix_audit_log_on_day"), "audit_log", ["on_day"])


def _seats() -> None:
    # With defaults that stay, for SQLite's sake: see 0003.
    op.add_column("participant", sa.Column("typed", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("participant", sa.Column("sheet", sa.Text(), nullable=True))
    op.add_column("participant", sa.Column("idle", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("plan", sa.Column("heads", sa.Integer(), nullable=True))
    op.add_column("plan", sa.Column("removed", sa.Integer(), server_default="0", nullable=False))
    op.add_column("plan", sa.Column("asked_since", sa.Integer(), nullable=True))
    op.add_column("paper", sa.Column("round", sa.Integer(), server_default="1", nullable=False))
    op.create_table(
        "removed_seat",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_removed_seat_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_removed_seat")),
    )
    op.create_index(op.f("ix_removed_seat_workshop"), "removed_seat", ["workshop"])
