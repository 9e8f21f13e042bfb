"""Views of a room at the desk, on the wall and on phones: joining, the run sheet, dots, profile, decisions."""
