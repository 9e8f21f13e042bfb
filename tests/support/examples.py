"""How many examples a law is tried on, by the profile of Hypothesis that is chosen."""

import os

from hypothesis import settings

USUAL = 100
DIGGING = 20
"""How many times as many examples the profile ``digging`` tries, for a search that may take an hour."""


def choose_profile():
    """Register the profiles and load the one that HYPOTHESIS_PROFILE names; else ``ci`` where CI is set."""
    settings.register_profile("local", deadline=None)
    settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
    settings.register_profile("digging", deadline=None, print_blob=True, max_examples=USUAL * DIGGING)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "local"))


def examples(count, **more):
    """Try a law on *count* examples instead of the usual 100; *more* goes to ``hypothesis.settings``."""
    return settings(max_examples=count * settings.default.max_examples // USUAL, **more)
