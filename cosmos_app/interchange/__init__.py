"""Files in and out: answers, tables and archives that other programs read."""
