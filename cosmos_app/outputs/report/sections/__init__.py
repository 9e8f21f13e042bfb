"""Sections of reports: each turns figures into a part of the tree, whatever the format."""
