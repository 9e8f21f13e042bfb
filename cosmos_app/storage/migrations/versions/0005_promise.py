"""The promise holds: a day on which each workshop is erased, and a log of what was exported and erased."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _protection()


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
