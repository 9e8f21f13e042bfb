"""Marks stand on anything a workshop talks about, not only on factors; and people's own thoughts are kept."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    mark = op.create_table(
        "mark",
        sa.Column("workshop", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.CheckConstraint("mark IN ('control', 'influence', 'concern')", name=op.f("ck_mark_mark")),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_mark_workshop"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("workshop", "subject", name=op.f("pk_mark")),
    )
    old = sa.table("factor_mark", sa.column("workshop"), sa.column("factor"), sa.column("mark"))
    op.execute(sa.insert(mark).from_select(["workshop", "subject", "mark"], sa.select(old)))
    op.drop_table("factor_mark")
    op.create_table(
        "thought",
        sa.Column("participant", sa.String(length=32), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant"], ["participant.id"], name=op.f("fk_thought_participant"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("participant", "questionnaire", "subject", name=op.f("pk_thought")),
    )
