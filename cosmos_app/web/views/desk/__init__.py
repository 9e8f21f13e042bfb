"""Views of the facilitator's desk: workshops, their plan, paper, and what is taken away."""
