"""Views for one person: answering, and what the answers give."""
