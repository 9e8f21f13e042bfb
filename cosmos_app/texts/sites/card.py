"""The card of a site: what is said of it in own words, and by choosing."""

from collections.abc import Mapping

from cosmos_app.texts.message import Text

CARD_LINES: Mapping[str, tuple[Text, Text]] = {
    "service": (
        Text("The service, or the field it works in"),
        Text("For example: home visits, debt advice, a youth club"),
    ),
    "people": (Text("Whom it is for"), Text("For example: people over 75 who live alone")),
    "country": (Text("Country or region"), Text("For example: Estonia")),
    "languages": (Text("Languages spoken there"), Text("For example: Estonian, Russian")),
}
"""What is said of a site in own words: the label, and a hint."""

CARD_CHOICES: Mapping[str, tuple[Text, Mapping[str, Text]]] = {
    "compelled": (
        Text("May people choose to use it?"),
        {
            "": Text("Not said"),
            "free": Text("Yes, they come because they want to"),
            "compelled": Text("No, they have to"),
            "both": Text("Some may choose, some have to"),
        },
    ),
    "stage": (
        Text("How far is the work?"),
        {
            "": Text("Not said"),
            "idea": Text("An idea that people talk about"),
            "prototype": Text("Something small is being tried"),
            "pilot": Text("A pilot with an end date"),
            "running": Text("Part of daily work"),
            "spreading": Text("Others take it up"),
        },
    ),
    "started_by": (
        Text("Who started working together?"),
        {
            "": Text("Not said"),
            "people": Text("People who use the service, or live with it"),
            "staff": Text("Staff"),
            "managers": Text("Managers"),
            "funder": Text("Whoever pays for it"),
            "law": Text("A law or a rule asked for it"),
            "together": Text("Several of them together"),
        },
    ),
    "size": (
        Text("For how many people is it?"),
        {
            "": Text("Not said"),
            "under-50": Text("Fewer than 50"),
            "under-500": Text("50 to 499"),
            "under-5000": Text("500 to 4,999"),
            "more": Text("5,000 or more"),
        },
    ),
}
"""What is said of a site by choosing: the label, and the words of each choice."""

CARD: Mapping[str, tuple[Text, Mapping[str, Text]]] = {
    **{part: (label, {}) for part, (label, _) in CARD_LINES.items()},
    **CARD_CHOICES,
}
"""All that a card says: the label, and the words of each choice, none where it is said in own words."""

ABOUT_SITES = Text("About these sites")


def card_value(part: str, value: str) -> str:
    """What one part of a card says: the words of a choice, or what people wrote."""
    choice = CARD[part][1].get(value)
    return value if choice is None else choice()
