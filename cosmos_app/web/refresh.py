"""How often each screen looks up what has changed in the meantime, in seconds."""

WALL = 2.0
DESK = 3.0
PHONE = 4.0
"""Of somebody who waits in a room."""

ANSWERING = 10.0
"""Of somebody at the questions, whose room may have moved on."""
