"""What can be done in a workshop, alone, in a room, on paper or between sites. No screen in it."""
