"""Everything the app says to people: of screens, charts, reports, files and commands."""
