"""Days as people read them, written out, so that nobody takes the month for the day."""

from datetime import date

from cosmos_app.texts.message import Text

DAY = Text("{day} {month} {year}")
MONTHS = (
    Text("January"),
    Text("February"),
    Text("March"),
    Text("April"),
    Text("May"),
    Text("June"),
    Text("July"),
    Text("August"),
    Text("September"),
    Text("October"),
    Text("November"),
    Text("December"),
)


def day_in_words(day: date) -> str:
    """A day, written out."""
    return DAY(day=day.day, month=MONTHS[day.month - 1](), year=day.year)
