"""What a workshop leaves behind: people who come back, questions of its own, paper, sites and what they agreed to."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people()
    _rooms()
    _sites()


def _people() -> None:
    op.add_column("participant", sa.Column("came_before", sa.Boolean(), nullable=True))
    op.create_table(
        "came_back",
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("earlier", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_came_back_participant"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_came_back_workshop"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["earlier"], ["participant.id"], name=op.f("fk_came_back_earlier"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("participant", name=op.f("pk_came_back")),
    )
    op.create_index(op.f("ix_came_back_workshop_earlier"), "came_back", ["workshop", "earlier"], unique=True)
    op.create_index(op.f("ix_came_back_earlier"), "came_back", ["earlier"])
    op.create_table(
        "followed",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("later", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_followed_workshop"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["later"], ["workshop.id"], name=op.f("fk_followed_later"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("workshop", name=op.f("pk_followed")),
    )
    op.create_index(op.f("ix_followed_later"), "followed", ["later"])


def _rooms() -> None:
    # With defaults that stay, for SQLite's sake: see 0003.
    op.add_column("plan", sa.Column("local", sa.Text(), server_default="[]", nullable=False))
    op.add_column("plan", sa.Column("practice", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "paper",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_paper_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
    )
    op.create_index(op.f("ix_paper_workshop"), "paper", ["workshop"])


def _sites() -> None:
    op.create_table(
        "lead",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_lead")),
    )
    op.create_table(
        "site",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_site")),
    )
    op.create_table(
        "received",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received")),
    )
