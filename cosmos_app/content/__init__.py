"""Definitions: reading questionnaires and catalogues, what is on offer, and what is made of them."""
