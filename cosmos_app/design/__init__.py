"""The design: colours, type and space in one table, the fonts, and typesetting."""
