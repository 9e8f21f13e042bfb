"""The first schema: workshops, people, answers and what came of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "snapshot",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("structure_hash", sa.String(length=64), nullable=False),
        sa.Column("texts_hash", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_snapshot")),
    )
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("phase", sa.String(length=20), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("depth", sa.String(length=20), nullable=False),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workshop")),
    )
    op.create_table(
        "factor_mark",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("factor", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.CheckConstraint("mark IN ('control', 'influence', 'concern')", name=op.f("ck_factor_mark_mark")),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_factor_mark_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "factor", name=op.f("pk_factor_mark")),
    )
    op.create_table(
        "own_factor",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_own_factor_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_factor")),
    )
    op.create_index(op.f("ix_own_factor_workshop"), "own_factor", ["workshop"])
    op.create_table(
        "participant",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("second_hat", sa.Text(), nullable=True),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_participant_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
    )
    op.create_index(op.f("ix_participant_workshop"), "participant", ["workshop"])
    op.create_table(
        "result",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("kept_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_result_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "questionnaire", "round", "engine", name=op.f("pk_result")),
    )
    op.create_table(
        "target",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.CheckConstraint("value BETWEEN 0 AND 4", name=op.f("ck_target_value")),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_target_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "questionnaire", "dimension", name=op.f("pk_target")),
    )
    op.create_table(
        "workshop_definition",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshot.hash"], name=op.f("fk_workshop_definition_snapshot")),
        sa.ForeignKeyConstraint(
            ["workshop"], ["workshop.id"], name=op.f("fk_workshop_definition_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop", "questionnaire", name=op.f("pk_workshop_definition")),
    )
    op.create_table(
        "answer",
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
            ["participant"], ["participant.id"], name=op.f("fk_answer_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "questionnaire", "item", "round", name=op.f("pk_answer")),
    )
    op.create_table(
        "answer_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("known_by", sa.String(length=20), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_answer_log_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_log")),
    )
    op.create_index(op.f("ix_answer_log_participant"), "answer_log", ["participant"])
    op.create_table(
        "resume",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_resume_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_resume")),
    )
    op.create_index(op.f("ix_resume_participant"), "resume", ["participant"])
