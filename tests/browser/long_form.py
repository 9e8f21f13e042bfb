"""The first page of the full form about a project, and how somebody writes on it."""

DONT_KNOW, NOT_APPLICABLE, OUTSIDE, SKIP = 5, 6, 7, 8
"""Places of the silences, below the five situations of a rubric item."""

FIRST = ("purpose.who_says_good", "purpose.shared_words", "purpose.own_lives", "purpose.adding_or_withdrawing")
NASTY = "<script>alert(1)</script> **bold** [a](https://example.org)"
"""Words that mean something to a browser and to Markdown."""


def field(visitor, item, label):
    return visitor.question(item).get_by_label(label)


def write(visitor, item, label, text):
    field(visitor, item, label).fill(text)
    with visitor.heard():
        field(visitor, item, label).press("Tab")
