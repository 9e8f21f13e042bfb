"""Rooms: what is prepared, how people join, what was too late, what is talked about and what comes of it."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _people()
    _rooms()
    _talk()


def _people() -> None:
    # Added one by one, with defaults that stay: to leave a default out SQLite copies the table and drops the old
    # one, and every answer goes with it.
    op.add_column("participant", sa.Column("name", sa.Text(), nullable=True))
    op.add_column("participant", sa.Column("late", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("participant", sa.Column("agrees", sa.Boolean(), nullable=True))
    op.add_column("participant", sa.Column("helped", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "held_answer",
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("known_by", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_held_answer_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "questionnaire", "item", "round", name=op.f("pk_held_answer")),
    )
    op.create_table(
        "feedback",
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("heard", sa.Integer(), nullable=True),
        sa.Column("worth", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint("heard BETWEEN 0 AND 4", name=op.f("ck_feedback_heard")),
        sa.CheckConstraint("worth BETWEEN 0 AND 4", name=op.f("ck_feedback_worth")),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_feedback_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", name=op.f("pk_feedback")),
    )


def _rooms() -> None:
    op.create_table(
        "plan",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("initiative", sa.Text(), nullable=False),
        sa.Column("wave", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("smallest_group", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("promise", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=32), nullable=True),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("focus", sa.Text(), nullable=False),
        sa.Column("step_since", sa.Integer(), nullable=True),
        sa.CheckConstraint("smallest_group >= 3", name=op.f("ck_plan_smallest_group")),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_plan_workshop"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["previous"], ["workshop.id"], name=op.f("fk_plan_previous"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("workshop", name=op.f("pk_plan")),
    )
    op.create_table(
        "sitting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_sitting_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
    )
    op.create_index(op.f("ix_sitting_workshop"), "sitting", ["workshop"])
    op.create_index(op.f("ix_sitting_code"), "sitting", ["code"], unique=True)
    op.create_table(
        "desk",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_desk")),
    )


def _talk() -> None:
    op.create_table(
        "second_round",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_second_round_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "questionnaire", "item", name=op.f("pk_second_round")),
    )
    op.create_table(
        "settled",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("one_side", sa.Text(), nullable=False),
        sa.Column("other_side", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_settled_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "questionnaire", "item", name=op.f("pk_settled")),
    )
    op.create_table(
        "action",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("became", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("status IN ('open', 'done', 'dropped')", name=op.f("ck_action_status")),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_action_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_workshop"), "action", ["workshop"])
    op.create_table(
        "parked",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_parked_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parked")),
    )
    op.create_index(op.f("ix_parked_workshop"), "parked", ["workshop"])
