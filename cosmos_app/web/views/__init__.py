"""Parts of screens that need more than a line; one module for each screen that has some."""
