"""How much of a dimension has to be answered for it to have a score."""

MIN_ANSWERED = 0.5
"""Share of a dimension's applicable weight that must have a value, where its author sets no other: the half-scale rule
of quality-of-life scoring."""
