"""Words of a room: what its screens say to participants, to the facilitator and on the wall."""
